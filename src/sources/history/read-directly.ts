import { createHash } from 'node:crypto'
import type { Repository } from '../../git/find-repository.ts'
import { largeObjects } from '../../objects/large-objects.ts'
import type { GitObject, ObjectStore } from '../../objects/object-store.ts'
import { rowOf } from '../../objects/pack/id-table.ts'
import type { DirectObjects } from '../../objects/pack/open-direct-objects.ts'
import { tooLarge } from '../../objects/too-large.ts'
import type { HistoryHooks, ObjectId, SourceHooks } from '../../types.ts'
import { missingObjects, reportMissing } from './missing-objects.ts'
import type { Names } from './names.ts'
import { createObjectVisitor, type Seen } from './object-visitor.ts'
import { idAt } from './parse-tree.ts'
import { scanPacks } from './scan-packs.ts'

export interface DirectReading {
  readonly repository: Repository
  readonly store: ObjectStore
  readonly direct: DirectObjects
  readonly hooks: SourceHooks
  readonly history: HistoryHooks
  readonly names: Names
}

/**
 * Everything that the repository holds: what lies in packs is looked at there, by all threads; what is loose, damaged, too large, or known to git alone
 * is read through the store.
 */
export async function readDirectly(reading: DirectReading): Promise<Seen> {
  const { repository, store, direct, hooks, history, names } = reading
  const { seen, missing, failed } = await scanPacks(direct, hooks, history, names, repository.shallow)
  const { tables } = direct.built.forest
  const isPacked = (bytes: Uint8Array, at: number): boolean => tables.some(table => rowOf(table, bytes, at) !== -1)
  const spokenOf = new Set(missing)
  const present = new Set<ObjectId>()
  const refer = (bytes: Uint8Array, at: number): void => {
    if (!isPacked(bytes, at)) spokenOf.add(idAt(bytes, at, direct.built.forest.idBytes))
  }
  const ledger = {
    present: (id: ObjectId) => present.add(id),
    refer: (id: ObjectId) => refer(Buffer.from(id, 'hex'), 0),
    referAt: refer,
  }
  const visitor = createObjectVisitor(hooks, names, { ledger, shallow: repository.shallow, total: 0 })
  const left = new Set(failed)
  for (const { id, size } of await largeObjects(repository.root, failed, direct.maxObjectBytes)) {
    left.delete(id)
    hooks.notScanned({ what: id, why: tooLarge(size, direct.maxObjectBytes) })
  }
  for (const id of circularOf(direct)) hooks.notScanned({ what: id, why: 'damaged: a delta that is made from itself' })
  const visit = onlyWhole(left, visitor.visit, hooks.notScanned)
  const askGit = direct.onlyGit || direct.changed()
  if (askGit) {
    await store.readAll(visit, hooks.notScanned, {
      isKnown: id => !left.has(id) && isPacked(Buffer.from(id, 'hex'), 0),
    })
  } else {
    await store.read([...left, ...direct.looseIds()], visit, hooks.notScanned)
  }
  const lost = [...spokenOf].filter(id => !present.has(id)).length
  if (!direct.promised && !repository.partial) await reportMissing(repository, lost, hooks.notScanned)
  // Nothing is ever dropped of what a remote has promised; where git was asked for everything, it has said so.
  else if (lost > 0 && !askGit) hooks.notScanned(missingObjects(lost, undefined, true))
  return {
    blobs: seen.blobs + visitor.seen.blobs,
    bytes: seen.bytes + visitor.seen.bytes,
    commits: seen.commits + visitor.seen.commits,
  }
}

function circularOf({ built: { circular, forest }, idOf }: DirectObjects): ReadonlySet<ObjectId> {
  return new Set(circular.filter(entry => forest.wanted[entry] === 1).map(idOf))
}

/** What the pack reader found damaged git may give all the same, with bytes that are not the object's: it does not compare their hash with the name. */
function onlyWhole(
  doubtful: ReadonlySet<ObjectId>,
  visit: (object: GitObject) => void,
  notScanned: SourceHooks['notScanned'],
): (object: GitObject) => void {
  return object => {
    const { id, type, bytes } = object
    if (doubtful.has(id)) {
      const hash = createHash(id.length === 40 ? 'sha1' : 'sha256')
        .update(`${type} ${bytes.length}\0`)
        .update(bytes)
      if (hash.digest('hex') !== id) {
        notScanned({ what: id, why: 'damaged: its content is not what its name stands for; `git fsck` says more' })
        return
      }
    }
    visit(object)
  }
}
