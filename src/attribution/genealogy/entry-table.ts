import { headOf } from './id-table.ts'

const FIRST_ENTRIES = 1 << 10
const FIRST_BYTES = 1 << 15
/** Half full: short probe sequences. */
const SLOTS_PER_ENTRY = 2
const DIGIT_4 = 0x34
const SPACE = 0x20
/** 2³² over the golden ratio: spreads what differs in few bits. */
const SPREAD = 0x9e3779b1

/** Entries of trees (`40000 name\0` and the bytes of an id), each once, numbered as they come. One folder's version stands in many trees. */
export class EntryTable {
  readonly #idBytes: number
  #bytes = Buffer.allocUnsafe(FIRST_BYTES)
  #starts = new Uint32Array(FIRST_ENTRIES + 1)
  #hashes = new Int32Array(FIRST_ENTRIES)
  #slots = new Int32Array(FIRST_ENTRIES * SLOTS_PER_ENTRY).fill(-1)
  #size = 0

  constructor(idBytes: number) {
    this.#idBytes = idBytes
  }

  get size(): number {
    return this.#size
  }

  /** The number of the entry that stands here; `idStart`: where its id begins, right after the NUL. */
  add(tree: Buffer, start: number, idStart: number): number {
    // An id is as good as any hash; one file can have many names, though.
    const name = tree[idStart - 2]! | (tree[idStart - 3]! << 8) | (tree[idStart - 4]! << 16) | ((idStart - start) << 24)
    const hash = headOf(tree, idStart) ^ Math.imul(name, SPREAD)
    const end = idStart + this.#idBytes
    const mask = this.#slots.length - 1
    let slot = (hash ^ (hash >>> 15)) & mask
    for (let known = this.#slots[slot]!; known !== -1; known = this.#slots[slot]!) {
      if (this.#hashes[known] === hash && this.#equals(known, tree, start, end)) return known
      slot = (slot + 1) & mask
    }
    this.#slots[slot] = this.#size
    this.#append(hash, tree, start, end)
    return this.#size - 1
  }

  isFolder(entry: number): boolean {
    return this.#bytes[this.#starts[entry]!] === DIGIT_4
  }

  /** As bytes: a view. */
  name(entry: number): Buffer {
    const space = this.#bytes.indexOf(SPACE, this.#starts[entry]!)
    return this.#bytes.subarray(space + 1, this.idStart(entry) - 1)
  }

  /** Where the entry's id begins in `bytes`. */
  idStart(entry: number): number {
    return this.#starts[entry + 1]! - this.#idBytes
  }

  get bytes(): Buffer {
    return this.#bytes
  }

  #equals(entry: number, tree: Buffer, start: number, end: number): boolean {
    const from = this.#starts[entry]!
    const length = end - start
    if (this.#starts[entry + 1]! - from !== length) return false
    const bytes = this.#bytes
    for (let i = 0; i < length; i++) if (bytes[from + i] !== tree[start + i]) return false
    return true
  }

  #append(hash: number, tree: Buffer, start: number, end: number): void {
    if (this.#size === this.#hashes.length) this.#grow()
    const at = this.#starts[this.#size]!
    const next = at + end - start
    if (next > this.#bytes.length) this.#bytes = Buffer.concat([this.#bytes], Math.max(this.#bytes.length * 2, next))
    tree.copy(this.#bytes, at, start, end)
    this.#hashes[this.#size] = hash
    this.#size++
    this.#starts[this.#size] = next
  }

  #grow(): void {
    const room = this.#size * 2
    const starts = new Uint32Array(room + 1)
    starts.set(this.#starts)
    this.#starts = starts
    const hashes = new Int32Array(room)
    hashes.set(this.#hashes)
    this.#hashes = hashes
    const mask = room * SLOTS_PER_ENTRY - 1
    this.#slots = new Int32Array(room * SLOTS_PER_ENTRY).fill(-1)
    for (let entry = 0; entry < this.#size; entry++) {
      const hash = hashes[entry]!
      let slot = (hash ^ (hash >>> 15)) & mask
      while (this.#slots[slot] !== -1) slot = (slot + 1) & mask
      this.#slots[slot] = entry
    }
  }
}
