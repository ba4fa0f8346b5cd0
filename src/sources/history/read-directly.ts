import type { Repository } from '../../git/find-repository.ts'
import { brokenPack } from '../../objects/broken-pack.ts'
import type { CleanObjects } from '../../objects/clean-cache/clean-objects.ts'
import { leaveOutClean } from '../../objects/clean-cache/leave-out-clean.ts'
import { writeCleanCache } from '../../objects/clean-cache/write-clean-cache.ts'
import { ENDLESS } from '../../objects/endless.ts'
import { idsIn } from '../../objects/ids-in.ts'
import type { ObjectStore } from '../../objects/object-store.ts'
import type { DirectObjects } from '../../objects/pack/open-direct-objects.ts'
import { rowAmong } from '../../objects/pack/row-among.ts'
import { withoutTrees } from '../../objects/pack/without-trees.ts'
import type { HistoryHooks, ObjectId, SourceHooks } from '../../types.ts'
import { cleanNow } from './clean-now.ts'
import { leaveToGit } from './leave-to-git.ts'
import { missingLedger } from './missing-ledger.ts'
import { missingObjects, reportMissing } from './missing-objects.ts'
import type { Names } from './names.ts'
import { type CleanOnes, createObjectVisitor } from './object-visitor.ts'
import { scanPacks } from './scan-packs.ts'
import { addSeen, nothingSeen, type Seen } from './seen.ts'

export interface DirectReading {
  readonly repository: Repository
  readonly store: ObjectStore
  readonly direct: DirectObjects
  /** What an earlier scan found clean; `direct` is opened with its packs first. */
  readonly known: CleanObjects | undefined
  readonly hooks: SourceHooks
  readonly history: HistoryHooks
  readonly names: Names
}

/**
 * Everything that the repository holds: what lies in packs is looked at there, by all threads; what is loose, damaged, too large, or known to git alone
 * is read through the store.
 */
export async function readDirectly(reading: DirectReading): Promise<Seen> {
  const { repository, store, hooks, history, names } = reading
  const less = reading.known && leaveOutClean(reading.direct, reading.known)
  const known = less && reading.known
  if (reading.known && !less) history.note('everything is looked at: packs or objects have gone since the last audit')
  const all = less ?? reading.direct
  // Of what a second pass looks for names tell nothing.
  const direct = history.again ? withoutTrees(all) : all
  const { wanted, idBytes } = direct.built.forest
  const loose = idsIn(direct.loose.ids, idBytes, known?.loose)
  const { shallow } = repository
  const total = wanted.reduce((sum, one) => sum + one, loose.length)
  const recorded = !less && !history.again
  if (history.again && !less) direct.keepPacks()
  const scan = await scanPacks(direct, hooks, history, names, { shallow, total, recorded })
  if (recorded) store.recorded = scan.genealogy
  // Nobody goes to and fro in them any more.
  if (!less) direct.letPacksGo()
  const ledger = missingLedger(direct, [...scan.missing, ...(known ? idsIn(known.missing.bytes, idBytes) : [])])
  const clean: CleanOnes = { ids: new Set(), seen: nothingSeen() }
  const visitor = createObjectVisitor(hooks, names, { ledger, shallow, total, before: scan.done, clean })
  const { ids: left, visit } = await leaveToGit(scan.failed, {
    cwd: repository.root,
    maxObjectBytes: direct.maxObjectBytes,
    visit: visitor.visit,
    notScanned: hooks.notScanned,
  })
  for (const id of direct.circular()) hooks.notScanned({ what: id, why: ENDLESS })
  const askGit = direct.onlyGit || direct.changed()
  if (askGit) await store.readAll(visit, hooks.notScanned, { isKnown: othersThan(left, direct, known) })
  else {
    await store.read([...left, ...loose], visit, hooks.notScanned)
    for (const broken of direct.broken) hooks.notScanned(brokenPack(broken))
  }
  const missing = ledger.missing()
  if (!direct.promised && !repository.partial) await reportMissing(repository, missing.length, hooks.notScanned)
  // Nothing is ever dropped of what a remote has promised; where git was asked for everything, it has said so.
  else if (missing.length > 0 && !askGit) hooks.notScanned(missingObjects(missing.length, undefined, true))
  if (history.cleanKey && !askGit && !direct.changed()) {
    const now = cleanNow({ direct, known, scan, clean, missing })
    const why = writeCleanCache(repository.commonDir, history.cleanKey, now)
    if (why !== undefined) history.note(`what is clean is not remembered: ${why}`)
  }
  const sum = nothingSeen()
  for (const seen of [known?.totals ?? sum, scan.seen, visitor.seen]) addSeen(sum, seen)
  return sum
}

/** Of what git lists: what was looked at in packs, or is known to be clean. */
function othersThan(
  left: ReadonlySet<ObjectId>,
  { built: { forest } }: DirectObjects,
  known: CleanObjects | undefined,
): (id: ObjectId) => boolean {
  return id => {
    const bytes = Buffer.from(id, 'hex')
    const isPacked = rowAmong(forest, bytes, 0) !== -1
    return !left.has(id) && (isPacked || known?.loose.has(bytes, 0) === true)
  }
}
