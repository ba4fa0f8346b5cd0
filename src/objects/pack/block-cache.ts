import { PACK_SLACK } from '../../kernel/create-pack-kernel.ts'
import type { PackMemory } from '../../kernel/pack-memory.ts'
import { Room } from '../../kernel/room.ts'
import type { DeltaForest } from './delta-forest.ts'
import { fillPack } from './kept-packs.ts'
import { readAt } from './read-at.ts'

/** Read at once. Git writes what is made from one object side by side, so that a walk goes through a pack nearly from front to back. */
const BLOCK_BYTES = 256 * 1024
/** Blocks kept: a tenth of a second of walking, far from what a pack may have. */
const BLOCKS = 128

/**
 * Packed bytes in the kernel's own memory, from packs that are kept, or read block by block. Only the walk that it belongs to uses it.
 */
export class BlockCache {
  readonly #memory: PackMemory
  readonly #forest: Pick<DeltaForest, 'descriptors' | 'ends' | 'kept'>
  /** Of each pack: block → its slot, -1: not here. */
  readonly #slots: (Int32Array | undefined)[] = []
  readonly #addresses: number[] = []
  readonly #owners: { pack: number; block: number }[] = []
  #next = 0
  readonly #spanning: Room

  constructor(memory: PackMemory, forest: Pick<DeltaForest, 'descriptors' | 'ends' | 'kept'>) {
    this.#memory = memory
    this.#forest = forest
    this.#spanning = new Room(memory)
  }

  /** Address of these bytes of a pack; good until the next call. */
  at(pack: number, from: number, to: number): number {
    const kept = this.#forest.kept[pack]
    if (kept) {
      fillPack(kept, this.#forest.descriptors[pack]!, from, to)
      const address = this.#spanning.atLeast(to - from + PACK_SLACK)
      this.#memory.bytes.set(kept.bytes.subarray(from, to), address)
      return address
    }
    const block = Math.floor(from / BLOCK_BYTES)
    if (to <= (block + 1) * BLOCK_BYTES) return this.#load(pack, block) + (from - block * BLOCK_BYTES)
    return this.#join(pack, from, to)
  }

  #load(pack: number, block: number): number {
    this.#slots[pack] ??= new Int32Array(Math.ceil(this.#forest.ends[pack]! / BLOCK_BYTES) + 1).fill(-1)
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
    this.#read(pack, address, start, Math.min(BLOCK_BYTES, this.#forest.ends[pack]! - start))
    return address
  }

  /** An entry that lies across blocks is put together elsewhere. */
  #join(pack: number, from: number, to: number): number {
    const address = this.#spanning.atLeast(to - from + PACK_SLACK)
    this.#read(pack, address, from, to - from)
    return address
  }

  #read(pack: number, address: number, from: number, length: number): void {
    const { bytes } = this.#memory
    const read = readAt(this.#forest.descriptors[pack]!, bytes, address, length, from)
    // Shorter than it was: what is missing is zeros, and no entry's checksum is right over them.
    bytes.fill(0, address + read, address + length)
  }
}
