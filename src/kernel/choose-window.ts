import { shareOf } from './pair-rarity.ts'

/** Bytes that the kernel looks at, at once. */
export const WINDOW_BYTES = 4

/**
 * What it costs to look at a literal where its window stands and it does not, in comparison with a window that the filter lets through. (Were it free,
 * hundreds of names would share the window `_key`, all to be looked at wherever that stands.)
 */
const LOOK_COST = 0.3

/**
 * Offset of the first of two windows side by side that cost least in an anchor longer than a window. `known`: a window sets the filter off already. Of
 * letters whose case is ignored only the lower one is weighed.
 */
export function chooseWindow(
  bytes: Uint8Array,
  start: number,
  end: number,
  known: (window: number) => boolean,
): number {
  let best = 0
  let least = Number.POSITIVE_INFINITY
  let left = Number.POSITIVE_INFINITY
  for (let at = start; at + WINDOW_BYTES <= end; at++) {
    const a = bytes[at]!
    const b = bytes[at + 1]!
    const c = bytes[at + 2]!
    const d = bytes[at + 3]!
    const share = shareOf(a, b, c, d)
    const right = known(a | (b << 8) | (c << 16) | (d << 24)) ? share * LOOK_COST : share * (1 + LOOK_COST)
    if (left + right < least) {
      least = left + right
      best = at - 1 - start
    }
    left = right
  }
  return best
}
