import type { Anchor } from '../types.ts'

/** Ample for literals out of rules and for known values; bounds the overlap of chunks and the work spent on one candidate. */
export const MAX_ANCHOR_BYTES = 1024

/** Hits name anchors in a Uint16Array. */
export const MAX_ANCHORS = 65_535

/**
 * Anchors as bytes, one after another: anchor `i` from `starts[i]` to `starts[i + 1]`. `folds` holds 0x20 where both cases of a letter count,
 * and `bytes` then the lower one: text matches if `(text | fold) === byte`. Flat, as it is made each time the program starts.
 */
export interface AnchorBytes {
  readonly count: number
  readonly longest: number
  readonly starts: Uint32Array
  readonly bytes: Uint8Array
  readonly folds: Uint8Array
}

/** One byte a character. Bad anchors are a mistake of the caller: rules are checked long before. */
export function anchorBytes(anchors: readonly Anchor[]): AnchorBytes {
  const count = anchors.length
  if (count > MAX_ANCHORS) throw new RangeError(`${count} anchors; ${MAX_ANCHORS} is the most`)
  const starts = new Uint32Array(count + 1)
  let longest = 0
  for (let anchor = 0; anchor < count; anchor++) {
    const { length } = anchors[anchor]!.text
    if (length === 0 || length > MAX_ANCHOR_BYTES) {
      throw new RangeError(`Anchor ${anchor} has ${length} bytes; 1 to ${MAX_ANCHOR_BYTES} are allowed`)
    }
    if (length > longest) longest = length
    starts[anchor + 1] = starts[anchor]! + length
  }
  const bytes = new Uint8Array(starts[count]!)
  const folds = new Uint8Array(starts[count]!)
  let to = 0
  for (let anchor = 0; anchor < count; anchor++) {
    const { text, ignoreCase } = anchors[anchor]!
    for (let i = 0; i < text.length; i++, to++) {
      const code = text.charCodeAt(i)
      if (code > 0xff) throw new RangeError(`Anchor ${anchor} holds a character over U+00FF`)
      const fold = ignoreCase && isLetter(code) ? 0x20 : 0
      bytes[to] = code | fold
      folds[to] = fold
    }
  }
  return { count, longest, starts, bytes, folds }
}

const isLetter = (code: number) => (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a)
