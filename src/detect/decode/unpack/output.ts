const FIRST_BYTES = 64 * 1024
/** What Node's own unpacking says, so that both are answered alike. */
const TOO_LONG = 'ERR_BUFFER_TOO_LARGE'

/** Unpacked bytes, as they come; no more than was allowed. */
export class Output {
  bytes = new Uint8Array(FIRST_BYTES)
  length = 0
  readonly #most: number

  constructor(most: number) {
    this.#most = most
  }

  /** Makes room for so many more, to be written to `bytes` from `length` on. */
  room(count: number): void {
    const needed = this.length + count
    if (needed > this.#most) throw Object.assign(new RangeError('too long'), { code: TOO_LONG })
    if (needed <= this.bytes.length) return
    const larger = new Uint8Array(Math.min(Math.max(needed, this.bytes.length * 2), Math.max(this.#most, needed)))
    larger.set(this.bytes.subarray(0, this.length))
    this.bytes = larger
  }

  all(): Uint8Array {
    return this.bytes.subarray(0, this.length)
  }
}
