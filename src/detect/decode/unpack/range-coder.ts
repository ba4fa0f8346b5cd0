import { damaged } from './damaged.ts'

const TOP = 0x0100_0000
const PROBABILITY_BITS = 11
const HALF = 1 << (PROBABILITY_BITS - 1)
const MOVE_BITS = 5
const FIRST_BYTES = 5

/** How probable it is that a bit is 0, for so many bits: half at first. */
export function probabilities(count: number): Uint16Array {
  return new Uint16Array(count).fill(HALF)
}

/** Bits as LZMA writes them: the more probable, the less they take. */
export class RangeCoder {
  readonly #bytes: Uint8Array
  #at: number
  readonly #end: number
  #range = 0xffff_ffff
  #code = 0

  constructor(bytes: Uint8Array, at: number, end: number) {
    if (end - at < FIRST_BYTES || bytes[at] !== 0) throw damaged('a chunk that does not begin')
    this.#bytes = bytes
    this.#end = end
    for (let i = 1; i < FIRST_BYTES; i++) this.#code = ((this.#code << 8) | bytes[at + i]!) >>> 0
    this.#at = at + FIRST_BYTES
  }

  bit(model: Uint16Array, index: number): number {
    const probability = model[index]!
    const bound = (this.#range >>> PROBABILITY_BITS) * probability
    if (this.#code < bound) {
      this.#range = bound
      model[index] = probability + (((1 << PROBABILITY_BITS) - probability) >>> MOVE_BITS)
      this.#fill()
      return 0
    }
    this.#range -= bound
    this.#code -= bound
    model[index] = probability - (probability >>> MOVE_BITS)
    this.#fill()
    return 1
  }

  /** A number of so many bits, the highest first, of a tree of models that begins at `from`. */
  tree(model: Uint16Array, from: number, bits: number): number {
    let node = 1
    for (let i = 0; i < bits; i++) node = (node << 1) | this.bit(model, from + node)
    return node - (1 << bits)
  }

  /** The same, the lowest first. */
  reverseTree(model: Uint16Array, from: number, bits: number): number {
    let node = 1
    let value = 0
    for (let i = 0; i < bits; i++) {
      const bit = this.bit(model, from + node)
      node = (node << 1) | bit
      value |= bit << i
    }
    return value
  }

  /** Bits of which nothing is known. */
  direct(bits: number): number {
    let value = 0
    for (let i = 0; i < bits; i++) {
      this.#range >>>= 1
      const bit = this.#code >= this.#range ? 1 : 0
      if (bit === 1) this.#code -= this.#range
      value = (value << 1) | bit
      this.#fill()
    }
    return value >>> 0
  }

  #fill(): void {
    if (this.#range >= TOP) return
    if (this.#at === this.#end) throw damaged('it ends too soon')
    this.#range = (this.#range << 8) >>> 0
    this.#code = ((this.#code << 8) | this.#bytes[this.#at++]!) >>> 0
  }
}
