import type { PackMemory } from './pack-memory.ts'

/** A piece of the pack kernel's memory that is used again and again, and made larger where it has to be. What it holds does not outlive that. */
export class Room {
  readonly #memory: PackMemory
  #at = 0
  #size = 0

  constructor(memory: PackMemory) {
    this.#memory = memory
  }

  /** Its address. Throws NoRoomError. */
  atLeast(size: number): number {
    if (this.#size >= size) return this.#at
    if (this.#size > 0) this.#memory.free(this.#at, this.#size)
    // Where there is no more, what was given back is somebody else's.
    this.#size = 0
    this.#at = this.#memory.allocate(size)
    this.#size = size
    return this.#at
  }
}
