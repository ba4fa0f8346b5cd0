/** Bytes of a text, from the first to behind the last. */
export type Span = readonly [number, number]

/** Asked again and again whether anything of it lies between two places: thousands of matches may stand in one text. */
export class SpanSet {
  readonly #starts: number[] = []
  readonly #ends: number[] = []

  constructor(spans: readonly Span[]) {
    for (const [start, end] of [...spans].sort((a, b) => a[0] - b[0])) {
      const last = this.#ends.length - 1
      if (last >= 0 && start <= this.#ends[last]!) this.#ends[last] = Math.max(this.#ends[last]!, end)
      else {
        this.#starts.push(start)
        this.#ends.push(end)
      }
    }
  }

  overlaps(start: number, end: number): boolean {
    const at = firstAbove(this.#ends, start)
    return at < this.#starts.length && this.#starts[at]! < end
  }
}

/** Place of the first of ascending numbers that is greater than this one. */
export function firstAbove(ascending: readonly number[], value: number): number {
  let low = 0
  let high = ascending.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (ascending[middle]! > value) high = middle
    else low = middle + 1
  }
  return low
}
