// A file, all numbers big-endian and of 32 bits:
//
//   "keyscan clean 1\n"   16 bytes
//   key                   32 bytes: clean-cache-key.ts
//   length of an id, number of packs, number of ids
//   for each pack: checksum (as long as an id), number of objects, number of those left, their ids
//   ids
//   SHA-256 of all that stands before
//
// Ids are raw, ascending, none twice. There is nothing else in it: no path, no text, no secret.

export const MAGIC: Uint8Array = Buffer.from('keyscan clean 1\n', 'latin1')
export const KEY_BYTES = 32
export const HEADER_BYTES = MAGIC.length + KEY_BYTES + 3 * 4
export const SUM_BYTES = 32
/**
 * A longer file is neither written nor read. It is read whole by each scan: so much takes 10 ms, and holds a quarter of a million loose objects
 * beside any number of packs; git packs at 6,700 (gc.auto).
 */
export const MAX_CACHE_BYTES = 8 * 1024 * 1024
