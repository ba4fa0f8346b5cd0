import type { AnchorTable, StoredAnchorTable } from '../types.ts'

/** A table that was made now, as one that is read. */
export function storedTable({ image, longest, hitsPerWindow }: AnchorTable): StoredAnchorTable {
  return { longest, hitsPerWindow, size: image.length, copyTo: memory => memory.set(image) }
}
