const FIRST_SLOTS = 1 << 12
const FIRST_BYTES = 1 << 16
/** Half full: short probe sequences. */
const MAX_LOAD = 0.5

/**
 * Names of tree entries, each once. A history repeats each name many thousand times, so that names are compared as bytes in place: no
 * string is made of one that is known.
 */
export class NameSet {
  #slots = new Int32Array(FIRST_SLOTS).fill(-1)
  #hashes = new Uint32Array(FIRST_SLOTS)
  #starts = new Float64Array(FIRST_SLOTS)
  #bytes = Buffer.alloc(FIRST_BYTES)
  #count = 0

  get size(): number {
    return this.#count
  }

  /** Bytes that all names have together. */
  get bytes(): number {
    return this.#starts[this.#count]!
  }

  /** The number of this name: that which `size` was before, if it is new. */
  add(source: Uint8Array, start: number, end: number): number {
    let hash = 0x811c9dc5
    for (let i = start; i < end; i++) hash = Math.imul(hash ^ source[i]!, 0x01000193)
    hash >>>= 0
    const mask = this.#slots.length - 1
    let slot = (hash ^ (hash >>> 15)) & mask
    for (let known = this.#slots[slot]!; known !== -1; known = this.#slots[slot]!) {
      if (this.#hashes[known] === hash && this.#equals(known, source, start, end)) return known
      slot = (slot + 1) & mask
    }
    this.#slots[slot] = this.#count
    this.#append(hash, source, start, end)
    return this.#count - 1
  }

  /** All names, one after another, and where each ends. */
  all(): { readonly bytes: Uint8Array; readonly ends: Int32Array } {
    return {
      bytes: Uint8Array.prototype.slice.call(this.#bytes, 0, this.bytes),
      ends: Int32Array.from(this.#starts.subarray(1, this.#count + 1)),
    }
  }

  name(index: number): Uint8Array {
    return this.#bytes.subarray(this.#starts[index]!, this.#starts[index + 1]!)
  }

  #equals(index: number, source: Uint8Array, start: number, end: number): boolean {
    const from = this.#starts[index]!
    const length = end - start
    if (this.#starts[index + 1]! - from !== length) return false
    for (let i = 0; i < length; i++) if (this.#bytes[from + i] !== source[start + i]) return false
    return true
  }

  #append(hash: number, source: Uint8Array, start: number, end: number): void {
    const at = this.bytes
    if (at + end - start > this.#bytes.length) {
      this.#bytes = Buffer.concat([this.#bytes], Math.max(this.#bytes.length * 2, at + end - start))
    }
    this.#bytes.set(source.subarray(start, end), at)
    this.#hashes[this.#count] = hash
    this.#count++
    this.#starts[this.#count] = at + end - start
    if (this.#count > this.#slots.length * MAX_LOAD) this.#grow()
  }

  #grow(): void {
    const slots = this.#slots.length * 2
    const hashes = new Uint32Array(slots)
    const starts = new Float64Array(slots)
    hashes.set(this.#hashes)
    starts.set(this.#starts)
    this.#hashes = hashes
    this.#starts = starts
    this.#slots = new Int32Array(slots).fill(-1)
    for (let index = 0; index < this.#count; index++) {
      const hash = hashes[index]!
      let slot = (hash ^ (hash >>> 15)) & (slots - 1)
      while (this.#slots[slot] !== -1) slot = (slot + 1) & (slots - 1)
      this.#slots[slot] = index
    }
  }
}
