import type { ObjectId } from '../../types.ts'

const FIRST_IDS = 1 << 10
/** Half full: short probe sequences. */
const SLOTS_PER_ID = 2

/** The first bytes of an id as a number: ids are hashes, so that these few are as good as any. */
export function headOf(bytes: Uint8Array, at: number): number {
  return bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)
}

/** Object ids, each once, numbered as they come: 20 (or 32) bytes and three numbers each, where a string would take a hundred. */
export class IdTable {
  readonly idBytes: number
  #ids: Buffer
  #heads = new Int32Array(FIRST_IDS)
  #slots = new Int32Array(FIRST_IDS * SLOTS_PER_ID).fill(-1)
  #size = 0

  constructor(idBytes: number) {
    this.idBytes = idBytes
    this.#ids = Buffer.alloc(FIRST_IDS * idBytes)
  }

  get size(): number {
    return this.#size
  }

  /** The number that a new id gets; undefined for one that is there already. */
  add(id: ObjectId): number | undefined {
    return this.addAt(Buffer.from(id, 'hex'), 0)
  }

  /** The same, of the id whose bytes stand at this place. */
  addAt(bytes: Uint8Array, at: number): number | undefined {
    if (this.#size === this.#heads.length) this.#grow()
    const head = headOf(bytes, at)
    const slot = this.#slotOf(bytes, at, head)
    if (this.#slots[slot] !== -1) return undefined
    // No view is made of so few bytes: there are millions of ids.
    for (let i = 0, to = this.#size * this.idBytes; i < this.idBytes; i++) this.#ids[to + i] = bytes[at + i]!
    this.#heads[this.#size] = head
    this.#slots[slot] = this.#size
    return this.#size++
  }

  /** The number of the id that stands at this place; -1: not here. */
  find(bytes: Uint8Array, at: number): number {
    return this.#slots[this.#slotOf(bytes, at, headOf(bytes, at))]!
  }

  numberOf(id: ObjectId): number {
    return this.find(Buffer.from(id, 'hex'), 0)
  }

  id(number: number): ObjectId {
    return this.#ids.toString('hex', number * this.idBytes, (number + 1) * this.idBytes)
  }

  /** Where the id is, or would be. */
  #slotOf(bytes: Uint8Array, at: number, head: number): number {
    const mask = this.#slots.length - 1
    let slot = (head ^ (head >>> 15)) & mask
    for (let known = this.#slots[slot]!; known !== -1; known = this.#slots[slot]!) {
      if (this.#heads[known] === head && this.#equals(known, bytes, at)) break
      slot = (slot + 1) & mask
    }
    return slot
  }

  #equals(number: number, bytes: Uint8Array, at: number): boolean {
    const { idBytes } = this
    const ids = this.#ids
    const from = number * idBytes
    for (let i = 4; i < idBytes; i++) if (ids[from + i] !== bytes[at + i]) return false
    return true
  }

  #grow(): void {
    const room = this.#heads.length * 2
    const heads = new Int32Array(room)
    heads.set(this.#heads)
    this.#heads = heads
    this.#ids = Buffer.concat([this.#ids], room * this.idBytes)
    const mask = room * SLOTS_PER_ID - 1
    this.#slots = new Int32Array(room * SLOTS_PER_ID).fill(-1)
    for (let number = 0; number < this.#size; number++) {
      const head = heads[number]!
      let slot = (head ^ (head >>> 15)) & mask
      while (this.#slots[slot] !== -1) slot = (slot + 1) & mask
      this.#slots[slot] = number
    }
  }
}
