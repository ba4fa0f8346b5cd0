import { createHash } from 'node:crypto'
import type { CleanObjects } from './clean-objects.ts'
import { HEADER_BYTES, MAGIC } from './layout.ts'

const COUNT_BYTES = 4

function count(number: number): Uint8Array {
  const bytes = Buffer.alloc(COUNT_BYTES)
  bytes.writeUInt32BE(number)
  return bytes
}

/** The file's bytes; layout.ts says how they lie. */
export function encodeCleanObjects(key: Uint8Array, { idBytes, packs, ids }: CleanObjects): Uint8Array {
  const header = Buffer.concat([MAGIC, key, count(idBytes), count(packs.length), count(ids.size)], HEADER_BYTES)
  const body = packs.flatMap(({ checksum, objects, left }) => [checksum, count(objects), count(left.size), left.bytes])
  const content = Buffer.concat([header, ...body, ids.bytes])
  return Buffer.concat([content, createHash('sha256').update(content).digest()])
}
