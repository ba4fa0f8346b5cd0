import { damaged } from './damaged.ts'
import type { Output } from './output.ts'
import { probabilities, type RangeCoder } from './range-coder.ts'

const STATES = 12
const POSITION_STATES = 16
const LITERAL_STATES = 7
const LITERAL_MODELS = 0x300
const LENGTH_STATES = 4
const LEAST_MATCH = 2
const ALIGN_BITS = 4
const SLOT_BITS = 6
/** Distances from here on have models of their own only for their highest and lowest bits. */
const END_MODEL_SLOT = 14
const DISTANCE_MODELS = 1 + 128
const END_MARK = 0xffff_ffff

/** Models of a length: a choice, another one, then few bits for each position, or eight for all. */
class LengthModel {
  readonly #choices = probabilities(2)
  readonly #low = probabilities(POSITION_STATES * 8)
  readonly #middle = probabilities(POSITION_STATES * 8)
  readonly #high = probabilities(256)

  read(coder: RangeCoder, position: number): number {
    if (coder.bit(this.#choices, 0) === 0) return LEAST_MATCH + coder.tree(this.#low, position * 8, 3)
    if (coder.bit(this.#choices, 1) === 0) return LEAST_MATCH + 8 + coder.tree(this.#middle, position * 8, 3)
    return LEAST_MATCH + 16 + coder.tree(this.#high, 0, 8)
  }
}

/**
 * What LZMA knows while it unpacks: how probable what is, and the last distances.
 * https://en.wikipedia.org/wiki/Lempel–Ziv–Markov_chain_algorithm#LZMA_format_details
 */
export class Lzma {
  readonly #output: Output
  /** Where what may be copied from begins. */
  readonly #from: number
  readonly #literalBits: number
  readonly #literalMask: number
  readonly #positionMask: number
  readonly #literals: Uint16Array
  readonly #isMatch = probabilities(STATES * POSITION_STATES)
  readonly #isRepeat = probabilities(STATES)
  readonly #isRepeat0 = probabilities(STATES)
  readonly #isRepeat1 = probabilities(STATES)
  readonly #isRepeat2 = probabilities(STATES)
  readonly #isLong = probabilities(STATES * POSITION_STATES)
  readonly #slots = probabilities(LENGTH_STATES << SLOT_BITS)
  readonly #distances = probabilities(DISTANCE_MODELS)
  readonly #align = probabilities(1 << ALIGN_BITS)
  readonly #lengths = new LengthModel()
  readonly #repeatLengths = new LengthModel()
  #state = 0
  #last = [0, 0, 0, 0]

  /** `properties`: one byte that says how many bits of the byte before and of the place count. */
  constructor(output: Output, from: number, properties: number) {
    const literalBits = properties % 9
    const rest = Math.floor(properties / 9)
    const placeBits = rest % 5
    const positionBits = Math.floor(rest / 5)
    if (positionBits > 4 || literalBits + placeBits > 4) throw damaged('properties that cannot be')
    this.#output = output
    this.#from = from
    this.#literalBits = literalBits
    this.#literalMask = (1 << placeBits) - 1
    this.#positionMask = (1 << positionBits) - 1
    this.#literals = probabilities(LITERAL_MODELS << (literalBits + placeBits))
  }

  /** So many bytes more. */
  unpack(coder: RangeCoder, count: number): void {
    const output = this.#output
    output.room(count)
    const end = output.length + count
    while (output.length < end) {
      const position = (output.length - this.#from) & this.#positionMask
      const place = this.#state * POSITION_STATES + position
      if (coder.bit(this.#isMatch, place) === 0) this.#literal(coder)
      else {
        const length =
          coder.bit(this.#isRepeat, this.#state) === 0
            ? this.#match(coder, position)
            : this.#repeat(coder, place, position)
        this.#copy(length, end)
      }
    }
  }

  #literal(coder: RangeCoder): void {
    const output = this.#output
    const { bytes, length } = output
    const before = length > this.#from ? bytes[length - 1]! : 0
    const place =
      (((length - this.#from) & this.#literalMask) << this.#literalBits) + (before >>> (8 - this.#literalBits))
    const from = LITERAL_MODELS * place
    let symbol = 1
    if (this.#state >= LITERAL_STATES) {
      let matched = bytes[this.#back(0)]!
      do {
        const bit = matched >>> 7
        matched = (matched << 1) & 0xff
        const read = coder.bit(this.#literals, from + ((1 + bit) << 8) + symbol)
        symbol = (symbol << 1) | read
        if (bit !== read) break
      } while (symbol < 0x100)
    }
    while (symbol < 0x100) symbol = (symbol << 1) | coder.bit(this.#literals, from + symbol)
    bytes[output.length++] = symbol
    this.#state = this.#state < 4 ? 0 : this.#state < 10 ? this.#state - 3 : this.#state - 6
  }

  #match(coder: RangeCoder, position: number): number {
    const length = this.#lengths.read(coder, position)
    this.#state = this.#state < LITERAL_STATES ? 7 : 10
    const distance = this.#distance(coder, length)
    if (distance === END_MARK) throw damaged('an end before the end')
    this.#last = [distance, this.#last[0]!, this.#last[1]!, this.#last[2]!]
    return length
  }

  #repeat(coder: RangeCoder, place: number, position: number): number {
    const [first, second, third, fourth] = this.#last as [number, number, number, number]
    const isShort = this.#state < LITERAL_STATES
    if (coder.bit(this.#isRepeat0, this.#state) === 0) {
      if (coder.bit(this.#isLong, place) === 0) {
        this.#state = isShort ? 9 : 11
        return 1
      }
    } else if (coder.bit(this.#isRepeat1, this.#state) === 0) this.#last = [second, first, third, fourth]
    else if (coder.bit(this.#isRepeat2, this.#state) === 0) this.#last = [third, first, second, fourth]
    else this.#last = [fourth, first, second, third]
    this.#state = isShort ? 8 : 11
    return this.#repeatLengths.read(coder, position)
  }

  #distance(coder: RangeCoder, length: number): number {
    const lengthState = Math.min(length - LEAST_MATCH, LENGTH_STATES - 1)
    const slot = coder.tree(this.#slots, lengthState << SLOT_BITS, SLOT_BITS)
    if (slot < 4) return slot
    const bits = (slot >>> 1) - 1
    const high = ((2 | (slot & 1)) << bits) >>> 0
    if (slot < END_MODEL_SLOT) return high + coder.reverseTree(this.#distances, high - slot, bits)
    const middle = coder.direct(bits - ALIGN_BITS) * (1 << ALIGN_BITS)
    return (high + middle + coder.reverseTree(this.#align, 0, ALIGN_BITS)) >>> 0
  }

  /** Where the byte stands that a distance leads to. */
  #back(index: number): number {
    const at = this.#output.length - this.#last[index]! - 1
    if (at < this.#from) throw damaged('a copy of what is not there')
    return at
  }

  #copy(length: number, end: number): void {
    const output = this.#output
    let at = this.#back(0)
    if (output.length + length > end) throw damaged('a copy that is too long')
    for (let i = 0; i < length; i++) output.bytes[output.length++] = output.bytes[at++]!
  }
}
