/** Small enough that what is left empty of the last one is nothing, and large enough that there are few. */
const CHUNK_BYTES = 64 * 1024
/** Of 32 bits, seven to a byte. */
const NUMBER_BYTES = 5

/**
 * Whole numbers and bytes, one after another, as many as come: in pieces, so that nothing is ever copied to make room. RecordReader gives them back in
 * the same order.
 */
export class RecordWriter {
  readonly #chunks: Uint8Array[] = []
  #chunk = new Uint8Array(0)
  #at = 0
  #before = 0

  /** How many bytes it has come to. */
  get size(): number {
    return this.#before + this.#at
  }

  /** From 0 to 2³² − 1; the smaller, the fewer bytes. */
  number(value: number): void {
    if (this.#at + NUMBER_BYTES > this.#chunk.length) this.#next(NUMBER_BYTES)
    let rest = value
    while (rest > 0x7f) {
      this.#chunk[this.#at++] = (rest & 0x7f) | 0x80
      rest >>>= 7
    }
    this.#chunk[this.#at++] = rest
  }

  bytes(source: Uint8Array, start: number, end: number): void {
    if (this.#at + end - start > this.#chunk.length) this.#next(end - start)
    for (let from = start; from < end; from++) this.#chunk[this.#at++] = source[from]!
  }

  /** All of it: nothing may be written any more. What is in one number or one call of `bytes` lies in one piece. */
  finish(): readonly Uint8Array[] {
    this.#next(0)
    return this.#chunks
  }

  #next(room: number): void {
    if (this.#at > 0) this.#chunks.push(this.#chunk.subarray(0, this.#at))
    this.#before += this.#at
    this.#chunk = new Uint8Array(room === 0 ? 0 : Math.max(CHUNK_BYTES, room))
    this.#at = 0
  }
}
