import { DAMAGED, type PackKernel } from '../../kernel/create-pack-kernel.ts'
import { Room } from '../../kernel/room.ts'
import type { WalkedObject } from './pack-walk.ts'

/** Before the id: a space and a zero at the least, as nobody says that there is anything round them. */
const LEAST_NAME_BYTES = 2
const POSITION_BYTES = 4
/** Of a run of entries that are the base's: see `kept` of TreeChange. */
export const KEPT_NUMBERS = 3
/** For each entry its position, its position once more where it is new, and of runs of those that are not three numbers. */
const BYTES_PER_ENTRY = POSITION_BYTES * (2 + KEPT_NUMBERS)

/** Where the entries of a tree begin, kept for what is made from it. */
export interface TreeState {
  readonly entriesAt: number
  readonly entryCount: number
  readonly capacity: number
}

export interface TreeChange {
  /** Where those entries begin that the base does not have, in bytes. A view. */
  readonly fresh: Uint32Array
  /** Number of an entry, of the same one in the base, and how many follow in both: three numbers for each run. A view. */
  readonly kept: Uint32Array
  /** False: the tree ends within an entry. */
  readonly whole: boolean
  /** What is to be kept of it; to be released. */
  readonly state: TreeState | undefined
}

/** Entries of trees, of each what sets it apart from its base. */
export class TreeEntries {
  readonly #kernel: PackKernel
  readonly #idBytes: number
  readonly #room: Room

  constructor(kernel: PackKernel, idBytes: number) {
    this.#kernel = kernel
    this.#idBytes = idBytes
    this.#room = new Room(kernel.memory)
  }

  read({ at, size, runs, runCount, hasChildren }: WalkedObject<unknown>, base: TreeState | undefined): TreeChange {
    const { memory } = this.#kernel
    const most = Math.floor(size / (LEAST_NAME_BYTES + this.#idBytes)) + 1
    const known = this.#room.atLeast(most * BYTES_PER_ENTRY)
    const freshAt = known + most * POSITION_BYTES
    const keptAt = freshAt + most * POSITION_BYTES
    const { entriesAt = 0, entryCount = 0 } = base ?? {}
    const count = this.#kernel.treeEntries(
      at,
      size,
      this.#idBytes,
      runs,
      runCount,
      entriesAt,
      entryCount,
      known,
      freshAt,
      keptAt,
    )
    const whole = count !== DAMAGED
    // Memory may grow with it, so before any view is made.
    const state = hasChildren && whole && count > 0 ? this.#keep(known, count) : undefined
    const view = (from: number, numbers: number): Uint32Array => memory.words.subarray(from / 4, from / 4 + numbers)
    return {
      fresh: view(freshAt, this.#kernel.newEntries()),
      kept: view(keptAt, this.#kernel.keptRuns() * KEPT_NUMBERS),
      whole,
      state,
    }
  }

  release({ entriesAt, capacity }: TreeState): void {
    this.#kernel.memory.free(entriesAt, capacity)
  }

  #keep(known: number, count: number): TreeState {
    const { memory } = this.#kernel
    const capacity = count * POSITION_BYTES
    const entriesAt = memory.allocate(capacity)
    memory.bytes.copyWithin(entriesAt, known, known + capacity)
    return { entriesAt, entryCount: count, capacity }
  }
}
