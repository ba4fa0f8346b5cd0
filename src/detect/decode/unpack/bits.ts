import { damaged } from './damaged.ts'

/** Bits from the highest of each byte on. */
export class Bits {
  readonly #bytes: Uint8Array
  #at: number
  #held = 0
  #count = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
    this.#at = 0
  }

  /** Up to 24 at once. */
  take(count: number): number {
    while (this.#count < count) {
      if (this.#at === this.#bytes.length) throw damaged('it ends too soon')
      this.#held = ((this.#held << 8) | this.#bytes[this.#at++]!) >>> 0
      this.#count += 8
    }
    this.#count -= count
    const value = (this.#held >>> this.#count) & ((1 << count) - 1)
    this.#held &= (1 << this.#count) - 1
    return value
  }

  one(): number {
    return this.take(1)
  }

  /** To the beginning of the next byte. */
  align(): void {
    this.#count -= this.#count % 8
  }

  /** Whole bytes that are left. */
  get left(): number {
    return this.#bytes.length - this.#at + Math.floor(this.#count / 8)
  }
}
