import type { ObjectId } from '../types.ts'
import type { IdSet } from './clean-cache/id-set.ts'
import { idAt } from './id-at.ts'

/** Ids that lie one after the other, less some. */
export function idsIn(ids: Uint8Array, idBytes: number, less?: IdSet): readonly ObjectId[] {
  const found: ObjectId[] = []
  for (let at = 0; at < ids.length; at += idBytes) if (!less?.has(ids, at)) found.push(idAt(ids, at, idBytes))
  return found
}
