// A file, all numbers big-endian and of 32 bits, totals of 64:
//
//   "keyscan clean 1\n"   16 bytes
//   key                   32 bytes: clean-cache-key.ts
//   length of an id, number of packs, of loose objects, of those left, of those missing
//   totals: blobs, bytes, commits
//   for each pack: checksum (as long as an id), number of objects
//   ids: loose, left, missing
//   SHA-256 of all that stands before
//
// Ids are raw, ascending, none twice within each of the three. There is nothing else in it: no path, no text, no secret.

export const MAGIC: Uint8Array = Buffer.from('keyscan clean 1\n', 'latin1')
export const KEY_BYTES = 32
export const COUNT_BYTES = 4
export const TOTAL_BYTES = 8
export const HEADER_BYTES = MAGIC.length + KEY_BYTES + 5 * COUNT_BYTES + 3 * TOTAL_BYTES
export const SUM_BYTES = 32
/**
 * A longer file is neither written nor read. It is read whole by each scan: so much takes 10 ms, and holds a quarter of a million loose objects
 * beside any number of packs; git packs at 6,700 (gc.auto).
 */
export const MAX_CACHE_BYTES = 8 * 1024 * 1024
