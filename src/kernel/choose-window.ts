import { rarityOf } from './pair-rarity.ts'

/** Bytes that the kernel looks at, at once. */
export const WINDOW_BYTES = 3

/**
 * Sets the filter off already, so that only the comparison is more: as good as a window four times as rare. (Were it free, hundreds of names would
 * share the window `key`, all to be compared wherever that stands: twice the comparisons with 5,000 anchors, while the filter is set off a tenth less.)
 */
const KNOWN_BONUS = 4
/** A byte behind the window that belongs to the anchor as well: the filter looks at three bits of it. */
const FOURTH_BONUS = 5

/**
 * Offset of the first of two windows side by side of which text holds as few as can be, in an anchor longer than a window. The commoner one
 * decides, then the other. Of letters whose case is ignored only the lower one is weighed.
 */
export function chooseWindow(
  bytes: Uint8Array,
  start: number,
  end: number,
  known: (key: number, fourth: number) => boolean,
): number {
  let best = 0
  let most = -1
  let left = -1
  for (let at = start; at + WINDOW_BYTES <= end; at++) {
    const a = bytes[at]!
    const b = bytes[at + 1]!
    const c = bytes[at + 2]!
    const fourth = at + WINDOW_BYTES < end
    const right =
      rarityOf(a, b, c) +
      (fourth ? FOURTH_BONUS : 0) +
      (known(a | (b << 8) | (c << 16), fourth ? bytes[at + WINDOW_BYTES]! : 0) ? KNOWN_BONUS : 0)
    const both = left < right ? (left << 8) | right : (right << 8) | left
    if (at > start && both > most) {
      most = both
      best = at - 1 - start
    }
    left = right
  }
  return best
}
