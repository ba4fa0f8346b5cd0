import { FOREST_KERNEL } from '../generated/forest-kernel.ts'
import { instantiate } from './instantiate.ts'
import { growTo, type WasmMemory } from './wasm-memory.ts'

/** Address 0 is none. */
const FIRST_AT = 64
const WORD = 4
/** Lists of words that linking takes; behind them two of bytes. */
const LISTS = 7

interface Exports {
  readonly memory: WasmMemory
  readonly offsetsAt: { readonly value: number }
  readonly packedAt: { readonly value: number }
  readonly rowsAt: { readonly value: number }
  readonly rootCount: { readonly value: number }
  orderBytes(count: number): number
  orderEntries(input: number, isWide: boolean, count: number, start: number, end: number, work: number): void
  linkForest(
    count: number,
    bases: number,
    orphans: number,
    kinds: number,
    weights: number,
    firstChild: number,
    nextSibling: number,
    heavy: number,
    order: number,
    roots: number,
  ): number
}

type Offsets = Float64Array | Uint32Array

/** Entries of one pack in the order in which they lie there. */
interface OrderedEntries {
  readonly offsets: Offsets
  readonly rows: Uint32Array
  /** Packed bytes of each; 0xffffffff stands for more. */
  readonly packed: Uint32Array
}

interface Unlinked {
  /** Of each entry what it is made from; -1: nothing. */
  readonly bases: Int32Array
  /** 1: made from something, and nobody knows what. */
  readonly orphans: Uint8Array
  readonly kinds: Uint8Array
  readonly packed: Uint32Array
}

/** See DeltaForest and BuiltForest for what these are. */
interface Linked {
  readonly kinds: Uint8Array
  readonly weights: Uint32Array
  readonly firstChild: Int32Array
  readonly nextSibling: Int32Array
  readonly roots: Int32Array
  /** Entries that roots lead to, each base before what is made from it. */
  readonly order: Int32Array
}

/** What it gives lies in its memory, and is good until it is asked for something else. */
export interface ForestKernel {
  /** `offsets` in order of the rows, which get numbers from `start` on. `end`: where the last entry ends. */
  orderEntries(offsets: Offsets, start: number, end: number): OrderedEntries
  linkForest(unlinked: Unlinked): Linked
}

/** assembly/forest.ts says what is done. Throws as `instantiate` does. */
export function createForestKernel(): ForestKernel {
  const kernel = instantiate<Exports>(FOREST_KERNEL)
  const { memory } = kernel

  return {
    orderEntries(offsets, start, end) {
      const count = offsets.length
      const isWide = offsets instanceof Float64Array
      const workAt = FIRST_AT + count * Float64Array.BYTES_PER_ELEMENT
      growTo(memory, workAt + kernel.orderBytes(count))
      const { buffer } = memory
      const Type = isWide ? Float64Array : Uint32Array
      new Type(buffer, FIRST_AT, count).set(offsets)
      kernel.orderEntries(FIRST_AT, isWide, count, start, end, workAt)
      return {
        offsets: new Type(buffer, kernel.offsetsAt.value, count),
        rows: new Uint32Array(buffer, kernel.rowsAt.value, count),
        packed: new Uint32Array(buffer, kernel.packedAt.value, count),
      }
    },

    linkForest({ bases, orphans, kinds, packed }) {
      const count = bases.length
      growTo(memory, FIRST_AT + count * (LISTS * WORD + 2))
      const { buffer } = memory
      const at = (list: number): number => FIRST_AT + list * count * WORD
      const [basesAt, weightsAt, firstAt, nextAt, heavyAt, orderAt, rootsAt, orphansAt] = [
        FIRST_AT,
        at(1),
        at(2),
        at(3),
        at(4),
        at(5),
        at(6),
        at(LISTS),
      ]
      const kindsAt = orphansAt + count
      const ints = (from: number, length: number): Int32Array => new Int32Array(buffer, from, length)
      const bytes = (from: number): Uint8Array => new Uint8Array(buffer, from, count)
      ints(basesAt, count).set(bases)
      new Uint32Array(buffer, weightsAt, count).set(packed)
      bytes(orphansAt).set(orphans)
      bytes(kindsAt).set(kinds)
      const known = kernel.linkForest(
        count,
        basesAt,
        orphansAt,
        kindsAt,
        weightsAt,
        firstAt,
        nextAt,
        heavyAt,
        orderAt,
        rootsAt,
      )
      return {
        kinds: bytes(kindsAt),
        weights: new Uint32Array(buffer, weightsAt, count),
        firstChild: ints(firstAt, count),
        nextSibling: ints(nextAt, count),
        order: ints(orderAt, known >>> 0),
        roots: ints(rootsAt, kernel.rootCount.value >>> 0),
      }
    },
  }
}
