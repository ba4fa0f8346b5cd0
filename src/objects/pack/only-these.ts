import type { ObjectId } from '../../types.ts'
import { entriesOfRows } from './entries-of-rows.ts'
import type { DirectObjects } from './open-direct-objects.ts'
import { pruneForest } from './prune-forest.ts'
import { rowAmong } from './row-among.ts'

export interface Chosen {
  /** The same objects, of which only those asked for are wanted. */
  readonly direct: DirectObjects
  /** Of those asked for what lies in no pack, or is made from itself. */
  readonly others: readonly ObjectId[]
}

/** Of all that lies in packs these objects, and what they are made from. */
export function onlyThese(direct: DirectObjects, ids: Iterable<ObjectId>): Chosen {
  const { forest } = direct.built
  const wanted = new Uint8Array(new SharedArrayBuffer(forest.count))
  const entries = entriesOfRows(forest)
  const circular = direct.circular()
  const others: ObjectId[] = []
  const bytes = Buffer.alloc(forest.idBytes)
  for (const id of ids) {
    bytes.write(id, 'hex')
    const row = circular.has(id) ? -1 : rowAmong(forest, bytes, 0)
    if (row === -1) others.push(id)
    else wanted[entries[row]!] = 1
  }
  return { direct: { ...direct, built: pruneForest(direct.built, wanted) }, others }
}
