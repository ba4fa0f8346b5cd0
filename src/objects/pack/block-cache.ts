import { PACK_SLACK } from '../../kernel/create-pack-kernel.ts'
import type { PackMemory } from '../../kernel/pack-memory.ts'
import { readAt } from './read-at.ts'

/** Read at once. Git writes what is made from one object side by side, so that a walk goes through a pack nearly from front to back. */
const BLOCK_BYTES = 256 * 1024
/** Blocks kept: a tenth of a second of walking, far from what a pack may have. */
const BLOCKS = 128

/**
 * Blocks of packs in the kernel's own memory, so that an entry is inflated where it was read to. Only the walk that it belongs to uses it.
 */
export class BlockCache {
  readonly #memory: PackMemory
  readonly #descriptors: readonly number[]
  /** Of each pack: block → its slot, -1: not here. */
  readonly #slots: (Int32Array | undefined)[] = []
  readonly #addresses: number[] = []
  readonly #owners: { pack: number; block: number }[] = []
  readonly #ends: readonly number[]
  #next = 0
  #spanning: { address: number; size: number } | undefined

  constructor(memory: PackMemory, descriptors: readonly number[], ends: readonly number[]) {
    this.#memory = memory
    this.#descriptors = descriptors
    this.#ends = ends
  }

  /** Address of these bytes of a pack; good until the next call. */
  at(pack: number, from: number, to: number): number {
    const block = Math.floor(from / BLOCK_BYTES)
    if (to <= (block + 1) * BLOCK_BYTES) return this.#load(pack, block) + (from - block * BLOCK_BYTES)
    return this.#join(pack, from, to)
  }

  #load(pack: number, block: number): number {
    this.#slots[pack] ??= new Int32Array(Math.ceil(this.#ends[pack]! / BLOCK_BYTES) + 1).fill(-1)
    const slots = this.#slots[pack]
    const known = slots[block]!
    if (known !== -1) return this.#addresses[known]!
    const slot = this.#next
    // First of all: there may be no room.
    if (slot === this.#addresses.length) this.#addresses.push(this.#memory.reserve(BLOCK_BYTES + PACK_SLACK))
    this.#next = (slot + 1) % BLOCKS
    if (this.#owners[slot]) {
      const { pack: oldPack, block: oldBlock } = this.#owners[slot]
      this.#slots[oldPack]![oldBlock] = -1
    }
    this.#owners[slot] = { pack, block }
    slots[block] = slot
    const address = this.#addresses[slot]!
    const start = block * BLOCK_BYTES
    this.#read(pack, address, start, Math.min(BLOCK_BYTES, this.#ends[pack]! - start))
    return address
  }

  /** An entry that lies across blocks is put together elsewhere. */
  #join(pack: number, from: number, to: number): number {
    const size = to - from + PACK_SLACK
    if (this.#spanning === undefined || this.#spanning.size < size) {
      if (this.#spanning) this.#memory.free(this.#spanning.address, this.#spanning.size)
      this.#spanning = undefined
      this.#spanning = { address: this.#memory.allocate(size), size }
    }
    this.#read(pack, this.#spanning.address, from, to - from)
    return this.#spanning.address
  }

  #read(pack: number, address: number, from: number, length: number): void {
    const { bytes } = this.#memory
    const read = readAt(this.#descriptors[pack]!, bytes, address, length, from)
    // Shorter than it was: what is missing is zeros, and no entry's checksum is right over them.
    bytes.fill(0, address + read, address + length)
  }
}
