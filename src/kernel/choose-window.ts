import type { AnchorBytes } from './anchor-bytes.ts'
import { shareOf } from './pair-rarity.ts'

/** Bytes that the kernel looks at, at once. */
export const WINDOW_BYTES = 3

/**
 * Offset of the first of two windows side by side of which text holds as few as can be, in an anchor longer than a window. What is `known`
 * to set the filter off already costs nothing more. Of letters whose case is ignored only the lower one is weighed.
 */
export function chooseWindow(
  { bytes }: AnchorBytes,
  start: number,
  end: number,
  known: (key: number) => boolean,
): number {
  let best = 0
  let least = Number.POSITIVE_INFINITY
  let left = Number.POSITIVE_INFINITY
  for (let at = start; at + WINDOW_BYTES <= end; at++) {
    const [a, b, c] = [bytes[at]!, bytes[at + 1]!, bytes[at + 2]!]
    const right = known(a | (b << 8) | (c << 16)) ? 0 : shareOf(a, b, c)
    if (left + right < least) {
      least = left + right
      best = at - 1 - start
    }
    left = right
  }
  return best
}
