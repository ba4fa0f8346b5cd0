import type { ObjectId } from '../../types.ts'
import { compareIds } from '../compare-ids.ts'

/** A set of object ids as bytes: 20 or 32 for each, no object of its own. */
export interface IdSet {
  readonly size: number
  /** One after the other, ascending, none twice. */
  readonly bytes: Uint8Array
  /** The id that begins at `offset`. */
  has(bytes: Uint8Array, offset: number): boolean
}

/** `sorted`: ascending and without repetition, as `idSetOf` makes it. */
export function idSet(sorted: Uint8Array, idBytes: number): IdSet {
  const size = sorted.length / idBytes
  return {
    size,
    bytes: sorted,
    has(bytes, offset) {
      let low = 0
      let high = size
      while (low < high) {
        const middle = (low + high) >>> 1
        const order = compareIds(sorted, middle * idBytes, bytes, offset, idBytes)
        if (order === 0) return true
        if (order < 0) low = middle + 1
        else high = middle
      }
      return false
    },
  }
}

export function idSetOfHex(ids: Iterable<ObjectId>, idBytes: number): IdSet {
  return idSetOf(Buffer.from([...ids].join(''), 'hex'), idBytes)
}

/** A set of ids that come in any order, and more than once. */
export function idSetOf(ids: Uint8Array, idBytes: number): IdSet {
  const order = Uint32Array.from({ length: ids.length / idBytes }, (_, i) => i * idBytes)
  order.sort((a, b) => compareIds(ids, a, ids, b, idBytes))
  const sorted = new Uint8Array(ids.length)
  let length = 0
  for (const at of order) {
    if (length > 0 && compareIds(sorted, length - idBytes, ids, at, idBytes) === 0) continue
    sorted.set(ids.subarray(at, at + idBytes), length)
    length += idBytes
  }
  return idSet(sorted.slice(0, length), idBytes)
}
