import type { ObjectId } from '../../types.ts'

const FIRST_SLOTS = 1 << 14
const MAX_LOAD = 0.6
const PRESENT = 1
const REFERRED = 2
const FLAGS = 3

/**
 * Which objects were seen, and which others speak of: what is spoken of and never seen is missing. Of an id only 62 bits are kept (8 bytes an
 * object: two of ten million meet with a probability of one in a million, and then a missing one would pass as seen).
 */
export class ObjectLedger {
  #high = new Uint32Array(FIRST_SLOTS)
  /** The two lowest bits say what is known; none set: a free slot. */
  #low = new Uint32Array(FIRST_SLOTS)
  #count = 0

  present(id: ObjectId): void {
    this.#mark(...halves(id), PRESENT)
  }

  refer(id: ObjectId): void {
    this.#mark(...halves(id), REFERRED)
  }

  /** The same, of an id as bytes in a tree. */
  referAt(tree: Uint8Array, at: number): void {
    this.#mark(word(tree, at), word(tree, at + 4), REFERRED)
  }

  /** How many were spoken of, but not seen. */
  get missing(): number {
    return this.#low.reduce((sum, low) => sum + ((low & FLAGS) === REFERRED ? 1 : 0), 0)
  }

  #mark(high: number, low: number, flag: number): void {
    const key = (low & ~FLAGS) >>> 0
    const mask = this.#high.length - 1
    for (let slot = (high ^ (key >>> 2)) & mask; ; slot = (slot + 1) & mask) {
      const there = this.#low[slot]!
      if ((there & FLAGS) === 0) {
        this.#high[slot] = high
        this.#low[slot] = key | flag
        this.#count++
        break
      }
      if (this.#high[slot] === high && (there & ~FLAGS) >>> 0 === key) {
        this.#low[slot] = there | flag
        return
      }
    }
    if (this.#count > this.#high.length * MAX_LOAD) this.#grow()
  }

  #grow(): void {
    const [high, low] = [this.#high, this.#low]
    this.#high = new Uint32Array(high.length * 2)
    this.#low = new Uint32Array(high.length * 2)
    this.#count = 0
    for (let slot = 0; slot < high.length; slot++) {
      const flags = low[slot]! & FLAGS
      if (flags !== 0) this.#mark(high[slot]!, low[slot]!, flags)
    }
  }
}

const halves = (id: ObjectId): [number, number] => [
  Number.parseInt(id.slice(0, 8), 16),
  Number.parseInt(id.slice(8, 16), 16),
]

const word = (bytes: Uint8Array, at: number): number =>
  ((bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!) >>> 0
