import type { RecordedGenealogy } from '../../objects/object-store.ts'
import { BLOB } from '../../objects/pack/entry-kinds.ts'
import { forestTasks, takeTasks } from '../../objects/pack/forest-tasks.ts'
import type { DirectObjects } from '../../objects/pack/open-direct-objects.ts'
import { createTimeSlice } from '../../objects/time-slice.ts'
import type { HistoryHooks, ObjectId, SourceHooks } from '../../types.ts'
import { LFS_WHY } from '../lfs-pointer.ts'
import type { HistoryJob, ThreadFindings } from './history-job.ts'
import { HistoryThread } from './history-thread.ts'
import type { Names } from './names.ts'
import { printBits } from './print-bits.ts'
import { addSeen, nothingSeen, type Seen } from './seen.ts'

const KIB = 1024
/** Half a megabyte each. */
const FEW_TASKS = 4

export interface PackScan {
  /** Objects dealt with, and bytes of them: for progress. */
  readonly done: { readonly done: number; readonly bytes: number }
  readonly seen: Seen
  /** Ids of what is not clean, and how much of `seen` they are. */
  readonly left: readonly ObjectId[]
  readonly leftSeen: Seen
  /** Objects that others speak of and that are not there. */
  readonly missing: ReadonlySet<string>
  /** Those that are to be read in another way. */
  readonly failed: readonly ObjectId[]
  /** What all threads have noted, where they were asked to. */
  readonly genealogy: RecordedGenealogy
}

export interface PackScanOptions {
  readonly shallow: boolean
  /** All objects that there are to look at, those in no pack included: for progress. */
  readonly total: number
  /** Note down what commits and trees say of one another: where all are come by. */
  readonly recorded: boolean
}

/** Looks at all that packs hold, this thread among the team's. */
export async function scanPacks(
  { built, loose, maxObjectBytes, idOf }: DirectObjects,
  hooks: SourceHooks,
  history: HistoryHooks,
  names: Names,
  { shallow, total, recorded }: PackScanOptions,
): Promise<PackScan> {
  const { forest } = built
  const job: HistoryJob = {
    forest,
    plan: history.plan(),
    tasks: forestTasks(built),
    loose,
    maxObjectBytes,
    shallow,
    recorded,
    done: new Int32Array(new SharedArrayBuffer(12)),
    met: printBits(),
  }
  // Little is done sooner than told to others.
  const others = job.tasks.starts.length > FEW_TASKS ? (history.team?.run(job) ?? []) : []
  // Whatever becomes of this thread, theirs are waited for elsewhere.
  for (const other of others) other.catch(() => undefined)
  const own = await work(job, hooks, history, total)
  const all = [own, ...((await Promise.all(others)) as ThreadFindings[])]
  // What they hold is a good part of all memory.
  await history.team?.close()
  report(job, hooks, total)
  const failed = failedOf(all, built.orphans, forest.wanted)
  return {
    ...gather(all, idOf, hooks, history, names),
    failed: failed.map(idOf),
    genealogy: {
      records: all.flatMap(({ record }) => record ?? []),
      failed: failed.filter(entry => forest.kinds[entry] !== BLOB).map(idOf),
    },
    done: doneOf(job),
  }
}

async function work(
  job: HistoryJob,
  hooks: SourceHooks,
  history: HistoryHooks,
  total: number,
): Promise<ThreadFindings> {
  const thread = new HistoryThread(job, history)
  report(job, hooks, total)
  const slice = createTimeSlice()
  for (const task of takeTasks(job.tasks)) {
    for (const _ of thread.run(task)) {
      if (!slice.isOver()) continue
      report(job, hooks, total)
      await slice.pause()
    }
  }
  return thread.findings()
}

function report(job: HistoryJob, hooks: SourceHooks, total: number): void {
  hooks.progress({ phase: 'objects', ...doneOf(job), total, findings: Atomics.load(job.done, 2) })
}

function doneOf({ done }: HistoryJob): PackScan['done'] {
  return { done: Atomics.load(done, 0), bytes: Atomics.load(done, 1) * KIB }
}

/** In the order of ids, whichever thread came to which, and whichever pack they lie in. */
function gather(
  all: readonly ThreadFindings[],
  idOf: (entry: number) => ObjectId,
  hooks: SourceHooks,
  history: HistoryHooks,
  names: Names,
): Omit<PackScan, 'failed' | 'genealogy' | 'done'> {
  const seen = nothingSeen()
  const leftSeen = nothingSeen()
  for (const findings of all) {
    addSeen(seen, findings.seen)
    addSeen(leftSeen, findings.leftSeen)
  }
  const inOrder = <T>(list: (findings: ThreadFindings) => readonly T[], entryOf: (one: T) => number) =>
    all
      .flatMap(list)
      .map(one => ({ id: idOf(entryOf(one)), one }))
      .sort((a, b) => (a.id < b.id ? -1 : Number(a.id > b.id)))
  const held = inOrder(
    findings => findings.held,
    ({ entry }) => entry,
  )
  for (const { id, one } of held) history.held(id, one.found, one.allowed)
  const itself = (entry: number): number => entry
  for (const { id } of inOrder(({ pointers }) => pointers, itself)) hooks.notScanned({ what: id, why: LFS_WHY })
  for (const { id } of inOrder(({ damagedTrees }) => damagedTrees, itself)) {
    hooks.notScanned({ what: id, why: 'a damaged tree: not all of its names could be read' })
  }
  const unread = inOrder(
    findings => findings.unread,
    ({ entry }) => entry,
  )
  for (const { id, one } of unread) history.unread({ id }, { what: one.what, why: one.why })
  for (const { tellingNames, named, folders, submodules } of all) {
    for (const name of tellingNames) names.addBytes(name)
    for (const one of named) {
      const space = one.indexOf(' ')
      names.addNamed(one.slice(0, space), one.slice(space + 1))
    }
    for (const name of folders) names.folders.add(name)
    for (const name of submodules) names.submodules.add(name)
  }
  const left = all.flatMap(findings => findings.left).map(idOf)
  return { seen, left, leftSeen, missing: new Set(all.flatMap(({ missing }) => missing)) }
}

function failedOf(all: readonly ThreadFindings[], orphans: readonly number[], wanted: Uint8Array): readonly number[] {
  return sorted([...all.map(({ failed }) => failed), orphans.filter(entry => wanted[entry] === 1)])
}

function sorted(lists: readonly (readonly number[])[]): readonly number[] {
  return lists.flat().sort((a, b) => a - b)
}
