import type { Repository } from '../../git/find-repository.ts'
import type { ObjectStore } from '../../objects/object-store.ts'
import { onlyThese } from '../../objects/pack/only-these.ts'
import type { DirectObjects } from '../../objects/pack/open-direct-objects.ts'
import type { HistoryHooks, ObjectId, SourceHooks } from '../../types.ts'
import { leaveToGit } from './leave-to-git.ts'
import type { Names } from './names.ts'
import { createObjectVisitor } from './object-visitor.ts'
import { scanPacks } from './scan-packs.ts'
import { addSeen, nothingSeen, type Seen } from './seen.ts'

/**
 * To open packs takes a microsecond for each object in them, asked for or not; after that one takes half of the 0.2 ms that it takes through git.
 * docs/ENGINE.md has what was measured.
 */
const PACKED_FOR_ONE = 50
/** Git is through with fewer before what reads packs is loaded. */
const FEWEST = 500

export interface ReadingThese {
  readonly repository: Repository
  readonly store: ObjectStore
  readonly ids: ReadonlySet<ObjectId>
  readonly hooks: SourceHooks
  readonly names: Names
}

/** A part of what the repository holds: few objects are read by git, many where they lie in packs. */
export async function readThese(reading: ReadingThese): Promise<Seen> {
  const { repository, store, ids, hooks, names } = reading
  const { history } = hooks
  if (history && isMany(ids.size, store.packed())) {
    history.team?.prepare?.()
    const direct = await store.openDirect()
    if (direct) return readInPacks(reading, history, direct)
  }
  const visitor = createObjectVisitor(hooks, names, { shallow: repository.shallow, total: ids.size })
  await store.read(ids, visitor.visit, hooks.notScanned)
  return visitor.seen
}

function isMany(asked: number, packed: number): boolean {
  return packed > 0 && asked >= FEWEST && asked * PACKED_FOR_ONE >= packed
}

async function readInPacks(
  { repository, store, ids, hooks, names }: ReadingThese,
  history: HistoryHooks,
  opened: DirectObjects,
): Promise<Seen> {
  const { notScanned } = hooks
  const { shallow, root: cwd } = repository
  const total = ids.size
  const { direct, others } = onlyThese(opened, ids)
  if (history.again) direct.keepPacks()
  const scan = await scanPacks(direct, hooks, history, names, { shallow, total, recorded: false })
  direct.letPacksGo()
  const { visit, seen } = createObjectVisitor(hooks, names, { shallow, total, before: scan.done })
  const left = await leaveToGit(scan.failed, { cwd, maxObjectBytes: direct.maxObjectBytes, visit, notScanned })
  await store.read([...left.ids, ...others], left.visit, notScanned)
  const sum = nothingSeen()
  for (const some of [scan.seen, seen]) addSeen(sum, some)
  return sum
}
