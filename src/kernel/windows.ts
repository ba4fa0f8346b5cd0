import type { AnchorBytes } from './anchor-bytes.ts'

/** Bytes that the kernel looks at, at once. */
const WINDOW_BYTES = 3

/** Three bytes at `offset` from a literal's start, which sets the filter off. */
export interface Window {
  /** From -1: a window may stick out of a literal of up to three bytes. */
  readonly offset: number
  /** Every byte belongs to the literal. */
  readonly whole: boolean
  /** Little endian, each value that the three bytes can have. */
  readonly keys: readonly number[]
  /** Values that the middle byte can have; empty: any. */
  readonly middles: readonly number[]
}

/**
 * Two windows, one at an even and one at an odd offset, of which the text is to hold as few as can be: the kernel looks at every second
 * position, so that it meets one of the two and never both. What is `known` to set the filter off already costs nothing.
 */
export function windowsOf(
  literal: AnchorBytes,
  shares: Float64Array,
  known: (key: number) => boolean,
): readonly [Window, Window] {
  const length = literal.bytes.length
  if (length < WINDOW_BYTES) return [windowAt(literal, 0), windowAt(literal, -1)]
  // The third byte is the one that may be any at little cost: see FILTER_HASH.
  if (length === WINDOW_BYTES) return [windowAt(literal, 0), windowAt(literal, 1)]
  let left = windowAt(literal, 0)
  let leftCost = cost(left, shares, known)
  let best: readonly [Window, Window] | undefined
  let least = Number.POSITIVE_INFINITY
  for (let offset = 1; offset + WINDOW_BYTES <= length; offset++) {
    const right = windowAt(literal, offset)
    const rightCost = cost(right, shares, known)
    if (leftCost + rightCost < least) {
      least = leftCost + rightCost
      best = [left, right]
    }
    left = right
    leftCost = rightCost
  }
  return best!
}

const ANY: readonly number[] = Array.from({ length: 256 }, (_, byte) => byte)

function windowAt({ bytes, folds }: AnchorBytes, offset: number): Window {
  const at = (index: number): readonly number[] => {
    const byte = bytes[index]
    if (byte === undefined) return ANY
    return folds[index] === 0 ? [byte] : [byte, byte ^ 0x20]
  }
  const [first, middle, last] = [at(offset), at(offset + 1), at(offset + 2)]
  const keys: number[] = []
  for (const a of first) for (const b of middle) for (const c of last) keys.push(a | (b << 8) | (c << 16))
  return {
    offset,
    whole: offset >= 0 && offset + WINDOW_BYTES <= bytes.length,
    keys,
    middles: middle === ANY ? [] : middle,
  }
}

function cost(window: Window, shares: Float64Array, known: (key: number) => boolean): number {
  let sum = 0
  for (const key of window.keys) {
    if (!known(key)) sum += shares[key & 0xff]! * shares[(key >> 8) & 0xff]! * shares[key >> 16]!
  }
  return sum
}
