import type { AnchorTable, StoredAnchorTable } from '../types.ts'

/** A stored table as plain data, which threads can be sent. */
export function wholeTable({ longest, hitsPerWindow, size, copyTo }: StoredAnchorTable): AnchorTable {
  const image = new Uint8Array(size)
  copyTo(image)
  return { image, longest, hitsPerWindow }
}
