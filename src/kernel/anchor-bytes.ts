import type { Anchor } from '../types.ts'

/** Ample for literals out of rules and for known values; bounds the overlap of chunks and the work spent on one candidate. */
export const MAX_ANCHOR_BYTES = 1024

/** Hits name anchors in a Uint16Array. */
export const MAX_ANCHORS = 65_535

/** An anchor as bytes. `folds[i]` is 0x20 where both cases of a letter count, and `bytes[i]` then is the lower one: text matches if `(text | fold) === byte`. */
export interface AnchorBytes {
  readonly bytes: Uint8Array
  readonly folds: Uint8Array
}

/** One byte a character. Bad anchors are a mistake of the caller: rules are checked long before. */
export function anchorBytes(anchors: readonly Anchor[]): readonly AnchorBytes[] {
  if (anchors.length > MAX_ANCHORS) throw new RangeError(`${anchors.length} anchors; ${MAX_ANCHORS} is the most`)
  return anchors.map(({ text, ignoreCase }, index) => {
    if (text.length === 0 || text.length > MAX_ANCHOR_BYTES) {
      throw new RangeError(`Anchor ${index} has ${text.length} bytes; 1 to ${MAX_ANCHOR_BYTES} are allowed`)
    }
    const bytes = new Uint8Array(text.length)
    const folds = new Uint8Array(text.length)
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i)
      if (code > 0xff) throw new RangeError(`Anchor ${index} holds a character over U+00FF`)
      const lower = code | 0x20
      const fold = ignoreCase && lower >= 0x61 && lower <= 0x7a && code < 0x80 ? 0x20 : 0
      bytes[i] = code | fold
      folds[i] = fold
    }
    return { bytes, folds }
  })
}
