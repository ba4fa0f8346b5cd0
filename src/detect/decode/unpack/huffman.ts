import type { Bits } from './bits.ts'
import { damaged } from './damaged.ts'

const LONGEST = 20

/** Symbols by codes of which only the lengths are known: shorter ones first, and those of one length in order. */
export class Huffman {
  readonly #symbols: Uint16Array
  /** Of each length: the code behind its last one, and what a code is less the place of its symbol. */
  readonly #limits = new Int32Array(LONGEST + 2)
  readonly #offsets = new Int32Array(LONGEST + 2)

  constructor(lengths: Uint8Array) {
    const places: number[] = []
    let code = 0
    for (let length = 1; length <= LONGEST; length++) {
      code <<= 1
      this.#offsets[length] = code - places.length
      for (let symbol = 0; symbol < lengths.length; symbol++) {
        if (lengths[symbol] !== length) continue
        places.push(symbol)
        code++
      }
      this.#limits[length] = code
    }
    this.#symbols = Uint16Array.from(places)
  }

  read(bits: Bits): number {
    let code = 0
    for (let length = 1; length <= LONGEST; length++) {
      code = (code << 1) | bits.one()
      if (code < this.#limits[length]!) return this.#symbols[code - this.#offsets[length]!]!
    }
    throw damaged('a code that stands for nothing')
  }
}
