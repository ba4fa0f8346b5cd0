import { forestTasks, takeTask } from '../../objects/pack/forest-tasks.ts'
import type { DirectObjects } from '../../objects/pack/open-direct-objects.ts'
import { createTimeSlice } from '../../objects/time-slice.ts'
import type { HistoryHooks, ObjectId, SourceHooks } from '../../types.ts'
import { LFS_WHY } from '../lfs-pointer.ts'
import type { HistoryJob, ThreadFindings } from './history-job.ts'
import { HistoryThread } from './history-thread.ts'
import type { Names } from './names.ts'
import type { Seen } from './object-visitor.ts'

const KIB = 1024

export interface PackScan {
  readonly seen: Seen
  /** Objects that others speak of and that are not there. */
  readonly missing: ReadonlySet<string>
  /** Those that are to be read in another way. */
  readonly failed: readonly ObjectId[]
}

/** Looks at all that packs hold, this thread among the team's. */
export async function scanPacks(
  { built, loose, maxObjectBytes, idOf }: DirectObjects,
  hooks: SourceHooks,
  history: HistoryHooks,
  names: Names,
  shallow: boolean,
): Promise<PackScan> {
  const { forest } = built
  const job: HistoryJob = {
    forest,
    plan: history.plan(),
    tasks: forestTasks(built),
    loose,
    maxObjectBytes,
    shallow,
    done: new Int32Array(new SharedArrayBuffer(8)),
  }
  const others = history.team?.run(job) ?? []
  // Whatever becomes of this thread, theirs are waited for elsewhere.
  for (const other of others) other.catch(() => undefined)
  const own = await work(job, hooks, history)
  const all = [own, ...((await Promise.all(others)) as ThreadFindings[])]
  return { ...gather(all, idOf, hooks, history, names), failed: failedOf(all, built.orphans, forest.wanted).map(idOf) }
}

async function work(job: HistoryJob, hooks: SourceHooks, history: HistoryHooks): Promise<ThreadFindings> {
  const thread = new HistoryThread(job, history)
  const slice = createTimeSlice()
  for (let task = takeTask(job.tasks); task !== undefined; task = takeTask(job.tasks)) {
    for (const _ of thread.run(task)) {
      if (!slice.isOver()) continue
      report(job, hooks)
      await slice.pause()
    }
  }
  return thread.findings()
}

function report({ done, forest }: HistoryJob, hooks: SourceHooks): void {
  hooks.progress({
    phase: 'objects',
    done: Atomics.load(done, 0),
    total: forest.count,
    bytes: Atomics.load(done, 1) * KIB,
  })
}

/** In the order of the entries, whichever thread came to which. */
function gather(
  all: readonly ThreadFindings[],
  idOf: (entry: number) => ObjectId,
  hooks: SourceHooks,
  history: HistoryHooks,
  names: Names,
): Pick<PackScan, 'seen' | 'missing'> {
  const seen: Seen = { blobs: 0, bytes: 0, commits: 0 }
  for (const { blobs, bytes, commits } of all) {
    seen.blobs += blobs
    seen.bytes += bytes
    seen.commits += commits
  }
  const held = all.flatMap(findings => findings.held).sort((a, b) => a.entry - b.entry)
  for (const { entry, found, allowed } of held) history.held(idOf(entry), found, allowed)
  for (const entry of sorted(all.map(({ pointers }) => pointers))) hooks.notScanned({ what: idOf(entry), why: LFS_WHY })
  for (const entry of sorted(all.map(({ damagedTrees }) => damagedTrees))) {
    hooks.notScanned({ what: idOf(entry), why: 'a damaged tree: not all of its names could be read' })
  }
  for (const { entry, what, why } of all.flatMap(({ unread }) => unread).sort((a, b) => a.entry - b.entry)) {
    history.unread(idOf(entry), { what, why })
  }
  for (const { tellingNames, named, submodules } of all) {
    for (const name of tellingNames) names.addBytes(name)
    for (const id of named) names.named.add(id)
    for (const name of submodules) names.submodules.add(name)
  }
  return { seen, missing: new Set(all.flatMap(({ missing }) => missing)) }
}

function failedOf(all: readonly ThreadFindings[], orphans: readonly number[], wanted: Uint8Array): readonly number[] {
  return sorted([...all.map(({ failed }) => failed), orphans.filter(entry => wanted[entry] === 1)])
}

function sorted(lists: readonly (readonly number[])[]): readonly number[] {
  return lists.flat().sort((a, b) => a - b)
}
