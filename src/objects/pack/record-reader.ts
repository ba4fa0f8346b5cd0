const NOTHING = new Uint8Array(0)

/** Gives what a RecordWriter has written: whoever reads knows what comes next. */
export class RecordReader {
  readonly #chunks: readonly Uint8Array[]
  #chunk: Uint8Array = NOTHING
  #next = 0
  #at = 0

  constructor(chunks: readonly Uint8Array[]) {
    this.#chunks = chunks
  }

  /** There is no more. */
  get done(): boolean {
    return this.#at === this.#chunk.length && this.#next === this.#chunks.length
  }

  number(): number {
    this.#turn()
    let byte = this.#chunk[this.#at++]!
    let value = byte & 0x7f
    for (let shift = 7; byte > 0x7f; shift += 7) {
      byte = this.#chunk[this.#at++]!
      value |= (byte & 0x7f) << shift
    }
    return value >>> 0
  }

  /** A view. */
  bytes(count: number): Uint8Array {
    if (count === 0) return NOTHING
    this.#turn()
    this.#at += count
    return this.#chunk.subarray(this.#at - count, this.#at)
  }

  /** Passes over so many bytes, at whose end a number or a call of `bytes` ends. */
  skip(count: number): void {
    let rest = count
    while (rest > 0) {
      this.#turn()
      const here = Math.min(rest, this.#chunk.length - this.#at)
      this.#at += here
      rest -= here
    }
  }

  #turn(): void {
    if (this.#at < this.#chunk.length) return
    this.#chunk = this.#chunks[this.#next++]!
    this.#at = 0
  }
}
