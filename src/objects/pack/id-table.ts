const BUCKET_BITS = 16
const BUCKETS = 1 << BUCKET_BITS
const NONE = -1

/** Sorted ids, one after another, and where those begin that have the same first two bytes. On memory that threads share. */
export interface IdTable {
  readonly ids: Uint8Array
  readonly idBytes: number
  readonly buckets: Uint32Array
}

export function createIdTable(ids: Uint8Array, idBytes: number): IdTable {
  const buckets = new Uint32Array(new SharedArrayBuffer((BUCKETS + 1) * 4))
  let bucket = 0
  const count = ids.length / idBytes
  for (let row = 0; row < count; row++) {
    const first = (ids[row * idBytes]! << 8) | ids[row * idBytes + 1]!
    while (bucket <= first) buckets[bucket++] = row
  }
  while (bucket <= BUCKETS) buckets[bucket++] = count
  return { ids, idBytes, buckets }
}

/** The row of the id whose bytes stand at `at`; -1: not there. */
export function rowOf({ ids, idBytes, buckets }: IdTable, bytes: Uint8Array, at: number): number {
  const bucket = (bytes[at]! << 8) | bytes[at + 1]!
  let low = buckets[bucket]!
  let high = buckets[bucket + 1]!
  while (low < high) {
    const middle = (low + high) >>> 1
    const difference = compare(ids, middle * idBytes, bytes, at, idBytes)
    if (difference === 0) return middle
    if (difference < 0) low = middle + 1
    else high = middle
  }
  return NONE
}

function compare(a: Uint8Array, aAt: number, b: Uint8Array, bAt: number, length: number): number {
  for (let i = 2; i < length; i++) {
    const difference = a[aAt + i]! - b[bAt + i]!
    if (difference !== 0) return difference
  }
  return 0
}
