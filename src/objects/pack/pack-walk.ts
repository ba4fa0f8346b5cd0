import { DAMAGED, PACK_SLACK, type PackKernel } from '../../kernel/create-pack-kernel.ts'
import { NoRoomError } from '../../kernel/pack-memory.ts'
import { Room } from '../../kernel/room.ts'
import { MAX_DEFLATE_RATIO } from '../deflate-bounds.ts'
import { BlockCache } from './block-cache.ts'
import type { DeltaForest } from './delta-forest.ts'

/** Larger objects are read by git: a walk may have to hold a good many at once. */
const MAX_OBJECT_BYTES = 48 * 1024 * 1024
/** What does not deflate gets longer by 5 bytes for each 16 KiB; what is far longer is no entry, but a part of the pack that the index leaves out. */
const MAX_PACKED_BYTES = MAX_OBJECT_BYTES + 1024 * 1024
/** Of a run of copied bytes: where it is, where it was in the base, how long it is. */
export const RUN_WORDS = 3
const RUN_BYTES = RUN_WORDS * 4
/** A few milliseconds of work. */
const PAUSE_BYTES = 1024 * 1024
/** What an object takes besides its bytes, as if it had more of them. */
const OBJECT_COST = 4096
const NONE = -1

/** An object that lies in the kernel's memory. */
export interface WalkedObject<State> {
  readonly entry: number
  /** Address of its bytes, and how many they are. */
  readonly at: number
  readonly size: number
  /** Runs copied from its base: see assembly/apply-delta.ts. A whole object has none. */
  readonly runs: number
  readonly runCount: number
  /** What was kept of its base. */
  readonly base: { readonly state: State; readonly size: number } | undefined
  /** Others are made from it: what they are to know of it has to be kept. */
  readonly hasChildren: boolean
}

export interface WalkVisitor<State> {
  /** Returns what its children are to be told. Called for every entry of a tree, base first, wanted or not. */
  visit(object: WalkedObject<State>): State
  /** A state that no child asks for any more. */
  release(state: State): void
  /** Damaged, too large, or made from such a one. */
  failed(entry: number): void
}

interface Frame<State> {
  readonly entry: number
  readonly at: number
  readonly size: number
  readonly capacity: number
  readonly state: State
  /** The child that comes next. */
  child: number
}

/**
 * Walks trees of deltas: each object is made once, from its base, which is kept until all its children are made. Of these the one with the most
 * below it comes last, when its base is needed no more; so that at any time no more objects are held than a tree's size has bits.
 */
export class PackWalk<State> {
  readonly #kernel: PackKernel
  readonly #forest: DeltaForest
  readonly #visitor: WalkVisitor<State>
  readonly #blocks: BlockCache
  readonly #delta: Room
  readonly #runs: Room
  #sincePause = 0

  constructor(kernel: PackKernel, forest: DeltaForest, visitor: WalkVisitor<State>) {
    this.#kernel = kernel
    this.#forest = forest
    this.#visitor = visitor
    this.#delta = new Room(kernel.memory)
    this.#runs = new Room(kernel.memory)
    this.#blocks = new BlockCache(kernel.memory, forest)
  }

  /** Everything that is made from this root. Stops now and then, so that whoever asks can do something else in between. */
  *walk(root: number): Generator<void> {
    const first = this.#open(root, undefined)
    if (!first) return
    const stack = [first]
    while (stack.length > 0) {
      if (this.#sincePause > PAUSE_BYTES) {
        this.#sincePause = 0
        yield
      }
      const frame = stack[stack.length - 1]!
      const { child } = frame
      const sibling = child === NONE ? NONE : this.#forest.nextSibling[child]!
      frame.child = sibling
      // Behind the last, the heavy one, nothing is made from this any more.
      if (sibling === NONE) stack.pop()
      const next = child === NONE ? undefined : this.#open(child, frame)
      if (sibling === NONE) this.#close(frame)
      if (next) stack.push(next)
    }
  }

  #open(entry: number, base: Frame<State> | undefined): Frame<State> | undefined {
    const frame = this.#make(entry, base)
    if (!frame) this.#failAll(entry)
    return frame
  }

  #close(frame: Frame<State>): void {
    this.#kernel.memory.free(frame.at, frame.capacity)
    this.#visitor.release(frame.state)
  }

  #make(entry: number, base: Frame<State> | undefined): Frame<State> | undefined {
    const { memory } = this.#kernel
    let at = 0
    let capacity = 0
    try {
      const packed = this.#packed(entry)
      if (!packed) return undefined
      let size = this.#forest.sizes[entry]!
      let runs = 0
      let runCount = 0
      if (base === undefined) {
        capacity = size + PACK_SLACK
        at = memory.allocate(capacity)
        if (!this.#inflate(packed, at, size)) {
          memory.free(at, capacity)
          return undefined
        }
      } else {
        const delta = this.#delta_(packed, size)
        if (delta === 0) return undefined
        const end = delta + size
        size = this.#kernel.deltaResultSize(delta, end)
        if (size > MAX_OBJECT_BYTES) return undefined
        runs = this.#runsFor(delta, end)
        capacity = size + PACK_SLACK
        at = memory.allocate(capacity)
        runCount = this.#kernel.applyDelta(base.at, base.size, delta, end, at, size, runs)
        if (runCount === DAMAGED) {
          memory.free(at, capacity)
          return undefined
        }
      }
      this.#sincePause += size + OBJECT_COST
      const child = this.#forest.firstChild[entry]!
      const state = this.#visitor.visit({
        entry,
        at,
        size,
        runs,
        runCount,
        base,
        hasChildren: child !== NONE,
      })
      return { entry, at, size, capacity, state, child }
    } catch (cause) {
      if (!(cause instanceof NoRoomError)) throw cause
      if (at !== 0) memory.free(at, capacity)
      return undefined
    }
  }

  /** Where the packed bytes of an entry lie; undefined where they are not what was packed. */
  #packed(entry: number): { at: number; end: number; hasCrc: boolean } | undefined {
    const { offsets, headerBytes, starts, ends, rows, crcs, hasCrc, sizes } = this.#forest
    if (sizes[entry]! > MAX_OBJECT_BYTES) return undefined
    let pack = 0
    while (starts[pack + 1]! <= entry) pack++
    const from = offsets[entry]!
    const to = entry + 1 < starts[pack + 1]! ? offsets[entry + 1]! : ends[pack]!
    if (sizes[entry]! > (to - from) * MAX_DEFLATE_RATIO || to - from > MAX_PACKED_BYTES) return undefined
    const at = this.#blocks.at(pack, from, to)
    const end = at + (to - from)
    if (hasCrc[pack] && this.#kernel.crc32(at, end) !== crcs[rows[entry]!]) return undefined
    return { at: at + headerBytes[entry]!, end, hasCrc: hasCrc[pack]! }
  }

  #inflate({ at, end, hasCrc }: { at: number; end: number; hasCrc: boolean }, output: number, size: number): boolean {
    if (!this.#kernel.inflate(at, end, output, size)) return false
    if (hasCrc) return true
    const { bytes } = this.#kernel.memory
    const sum = ((bytes[end - 4]! << 24) | (bytes[end - 3]! << 16) | (bytes[end - 2]! << 8) | bytes[end - 1]!) >>> 0
    return this.#kernel.adler32(output, output + size) === sum
  }

  /** Inflates a delta; 0: damaged. Packed bytes and delta may move when memory grows, so room comes first. */
  #delta_(packed: { at: number; end: number; hasCrc: boolean }, size: number): number {
    const at = this.#delta.atLeast(size + PACK_SLACK)
    return this.#inflate(packed, at, size) ? at : 0
  }

  #runsFor(delta: number, end: number): number {
    // Each copy takes at least a byte; only of a large delta they are counted first.
    const most = end - delta < 4096 ? end - delta : this.#kernel.copiesIn(delta, end)
    return this.#runs.atLeast(most * RUN_BYTES + PACK_SLACK)
  }

  #failAll(top: number): void {
    const { firstChild, nextSibling } = this.#forest
    const waiting = [top]
    for (let entry = waiting.pop(); entry !== undefined; entry = waiting.pop()) {
      this.#visitor.failed(entry)
      for (let child = firstChild[entry]!; child !== NONE; child = nextSibling[child]!) waiting.push(child)
    }
  }
}
