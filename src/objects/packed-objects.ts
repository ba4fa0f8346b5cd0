import { statSync } from 'node:fs'
import { packFiles } from './pack-files.ts'

/** Of each object an index of version 2 has its id, a sum and a place; besides, a fan-out and two sums. */
const PLACE_BYTES = 8
const FIXED_BYTES = 256 * 4

/** About how many objects lie in the packs of these folders, by the size of their indexes: without opening any. */
export function packedObjects(objectDirs: readonly string[], idBytes: number): number {
  return packFiles(objectDirs)
    .indexes.map(file => statSync(file, { throwIfNoEntry: false })?.size ?? 0)
    .reduce((sum, size) => sum + Math.max(0, size - FIXED_BYTES) / (idBytes + PLACE_BYTES), 0)
}
