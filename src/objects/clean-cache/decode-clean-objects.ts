import { createHash } from 'node:crypto'
import type { CleanObjects } from './clean-objects.ts'
import { type IdSet, idSet } from './id-set.ts'
import { COUNT_BYTES, HEADER_BYTES, KEY_BYTES, MAGIC, SUM_BYTES, TOTAL_BYTES } from './layout.ts'

/**
 * What a file says; `undefined` where it is damaged, cut off, of another version, or made with another key: then it is as if there were none. The sum
 * over all of it comes first, so that nothing in a damaged one is ever believed.
 */
export function decodeCleanObjects(file: Uint8Array, key: Uint8Array): CleanObjects | undefined {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  const end = bytes.length - SUM_BYTES
  if (end < HEADER_BYTES || !bytes.subarray(0, MAGIC.length).equals(MAGIC)) return undefined
  if (!bytes.subarray(MAGIC.length, MAGIC.length + KEY_BYTES).equals(key)) return undefined
  if (!createHash('sha256').update(bytes.subarray(0, end)).digest().equals(bytes.subarray(end))) return undefined
  let at = MAGIC.length + KEY_BYTES
  const number = (): number => {
    at += COUNT_BYTES
    return bytes.readUInt32BE(at - COUNT_BYTES)
  }
  const total = (): number => {
    at += TOTAL_BYTES
    return Number(bytes.readBigUInt64BE(at - TOTAL_BYTES))
  }
  const take = (length: number): Uint8Array => {
    at += length
    return bytes.subarray(at - length, at)
  }
  const idBytes = number()
  const [packCount, looseCount, leftCount, missingCount] = [number(), number(), number(), number()]
  const totals = { blobs: total(), bytes: total(), commits: total() }
  const packs = Array.from({ length: packCount }, () => ({ checksum: take(idBytes), objects: number() }))
  const ids = (count: number): IdSet => idSet(take(count * idBytes), idBytes)
  const clean = { idBytes, packs, loose: ids(looseCount), left: ids(leftCount), missing: ids(missingCount), totals }
  return at === end ? clean : undefined
}
