import { compareIds } from '../compare-ids.ts'

/** So many there are at most: what two bytes tell apart. */
const BUCKET_BITS = 16
const NONE = -1

/** Sorted ids, one after another, and where those begin that have the same first bits: up to 16 of them. On memory that threads share. */
export interface IdTable {
  readonly ids: Uint8Array
  readonly idBytes: number
  readonly buckets: Uint32Array
  /** What the first two bytes are shifted by. */
  readonly shift: number
}

export function createIdTable(ids: Uint8Array, idBytes: number): IdTable {
  const count = ids.length / idBytes
  // No more than there are ids: of hundreds of small packs each has a table.
  const shift = Math.max(0, BUCKET_BITS - Math.ceil(Math.log2(count + 1)))
  const bucketCount = 1 << (BUCKET_BITS - shift)
  const buckets = new Uint32Array(new SharedArrayBuffer((bucketCount + 1) * 4))
  let bucket = 0
  for (let row = 0; row < count; row++) {
    const first = ((ids[row * idBytes]! << 8) | ids[row * idBytes + 1]!) >>> shift
    while (bucket <= first) buckets[bucket++] = row
  }
  while (bucket <= bucketCount) buckets[bucket++] = count
  return { ids, idBytes, buckets, shift }
}

/** The row of the id whose bytes stand at `at`; -1: not there. */
export function rowOf({ ids, idBytes, buckets, shift }: IdTable, bytes: Uint8Array, at: number): number {
  const bucket = ((bytes[at]! << 8) | bytes[at + 1]!) >>> shift
  let low = buckets[bucket]!
  let high = buckets[bucket + 1]!
  while (low < high) {
    const middle = (low + high) >>> 1
    const difference = compareIds(ids, middle * idBytes, bytes, at, idBytes)
    if (difference === 0) return middle
    if (difference < 0) low = middle + 1
    else high = middle
  }
  return NONE
}
