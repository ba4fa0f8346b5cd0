import { createHash } from 'node:crypto'
import type { CleanObjects } from './clean-objects.ts'
import { COUNT_BYTES, HEADER_BYTES, MAGIC, TOTAL_BYTES } from './layout.ts'

function count(number: number): Uint8Array {
  const bytes = Buffer.alloc(COUNT_BYTES)
  bytes.writeUInt32BE(number)
  return bytes
}

function total(number: number): Uint8Array {
  const bytes = Buffer.alloc(TOTAL_BYTES)
  bytes.writeBigUInt64BE(BigInt(number))
  return bytes
}

/** The file's bytes; layout.ts says how they lie. */
export function encodeCleanObjects(key: Uint8Array, clean: CleanObjects): Uint8Array {
  const { idBytes, packs, loose, left, missing, totals } = clean
  const counts = [idBytes, packs.length, loose.size, left.size, missing.size].map(count)
  const sums = [totals.blobs, totals.bytes, totals.commits].map(total)
  const header = Buffer.concat([MAGIC, key, ...counts, ...sums], HEADER_BYTES)
  const body = packs.flatMap(({ checksum, objects }) => [checksum, count(objects)])
  const content = Buffer.concat([header, ...body, loose.bytes, left.bytes, missing.bytes])
  return Buffer.concat([content, createHash('sha256').update(content).digest()])
}
