import type { PackMemory } from '../../kernel/pack-memory.ts'

/** u32 position, u32 anchor. */
export const HIT_BYTES = 8
/** See assembly/find-in-delta.ts. */
export const STRETCH_BYTES = 16
/** Room for hits of one object to begin with: nearly all have fewer. */
const FIRST_HITS = 16 * 1024
const GROWTH = 4

/** Where the kernel puts what it finds in one object: used again for the next. */
export class HitRoom {
  readonly #memory: PackMemory
  /** In hits. */
  capacity = FIRST_HITS
  hits: number
  /** Hits at which a match may go on. */
  live: number
  stretches: number

  constructor(memory: PackMemory) {
    this.#memory = memory
    this.hits = memory.allocate(this.capacity * HIT_BYTES)
    this.live = memory.allocate(this.capacity * HIT_BYTES)
    this.stretches = memory.allocate(this.capacity * STRETCH_BYTES)
  }

  grow(): void {
    const memory = this.#memory
    const old = this.capacity
    const capacity = old * GROWTH
    // All before any is given back: there may be no room.
    const hits = memory.allocate(capacity * HIT_BYTES)
    const live = memory.allocate(capacity * HIT_BYTES)
    const stretches = memory.allocate(capacity * STRETCH_BYTES)
    memory.free(this.hits, old * HIT_BYTES)
    memory.free(this.live, old * HIT_BYTES)
    memory.free(this.stretches, old * STRETCH_BYTES)
    this.capacity = capacity
    this.hits = hits
    this.live = live
    this.stretches = stretches
  }
}
