import { createForestKernel } from '../../kernel/create-forest-kernel.ts'
import { createTimeSlice } from '../time-slice.ts'
import { createIdTable, type IdTable } from './id-table.ts'
import type { KeptPack } from './kept-packs.ts'
import { linkForest } from './link-forest.ts'
import type { OpenPack } from './pack-set.ts'
import { readHeaders } from './read-headers.ts'
import { createRowSlots, type RowSlots } from './row-slots.ts'

/** Offsets beyond take eight bytes each. */
const MAX_SHORT_OFFSET = 0xffff_ffff
const NONE = -1

/**
 * All entries of all packs, in the order in which they lie there, and what is made from what. Entry `i` is the `i`th of all; arrays run parallel.
 * On memory that threads share; a history has a million of them, so that each byte counts.
 */
export interface DeltaForest {
  readonly count: number
  readonly idBytes: number
  /** First entry of each pack, and the end. */
  readonly starts: readonly number[]
  readonly descriptors: readonly number[]
  /** Packs that are kept in memory; the others are read piece by piece, as all are once these have been let go. */
  readonly kept: (KeptPack | undefined)[]
  /** Where the last entry of each pack ends. */
  readonly ends: readonly number[]
  readonly offsets: Offsets
  readonly headerBytes: Uint8Array
  /** Of the content, for a delta of the delta; 0xffffffff stands for more. */
  readonly sizes: Uint32Array
  /** Kinds of entry-kinds.ts, a delta's as its root's. */
  readonly kinds: Uint8Array
  /** What is made from each; -1: nothing. The last child is the heavy one, whose own children weigh most: walked last, few objects are held at a time. */
  readonly firstChild: Int32Array
  readonly nextSibling: Int32Array
  /** Ids of all packs, pack by pack in the order of their indexes, and the row of each entry. */
  readonly ids: Uint8Array
  readonly rows: Uint32Array
  /** The same ids, of each pack, to be looked up. */
  readonly tables: readonly IdTable[]
  /** And once more, of all packs but the first. */
  readonly others: RowSlots
  /** CRC-32 of the packed entry by row; packs without: 0, and 0 in `hasCrc`. */
  readonly crcs: Uint32Array
  readonly hasCrc: readonly boolean[]
  /** 1: asked for. Entries that are none of these are only read where one is made from them. */
  readonly wanted: Uint8Array
}

type Offsets = Float64Array | Uint32Array

export interface BuiltForest {
  readonly forest: DeltaForest
  /** Packed bytes of each entry and all that is made from it; 0xffffffff stands for more. */
  readonly weights: Uint32Array
  /** Entries in which nothing is made from anything: each tree begins with one. */
  readonly roots: Int32Array
  /** Of which the base is in no pack, or which cannot be made out: left to git. */
  readonly orphans: readonly number[]
  /** Made from themselves, in the end: a git that was asked for one would never come to an end. */
  readonly circular: readonly number[]
}

function shared<T>(Type: { new (buffer: SharedArrayBuffer): T; readonly BYTES_PER_ELEMENT: number }, count: number): T {
  return new Type(new SharedArrayBuffer(count * Type.BYTES_PER_ELEMENT))
}

/** Of a million objects it takes half a second, with pauses. */
export async function buildForest(
  packs: readonly OpenPack[],
  idBytes: number,
  kept: (KeptPack | undefined)[],
): Promise<BuiltForest> {
  const ends = packs.map(pack => pack.end)
  const slice = createTimeSlice()
  const starts = [0]
  for (const { index } of packs) starts.push(starts.at(-1)! + index.count)
  const count = starts.at(-1)!
  const ids = shared(Uint8Array, count * idBytes)
  packs.forEach((pack, i) => {
    ids.set(pack.index.ids, starts[i]! * idBytes)
  })
  const forest: DeltaForest = {
    count,
    idBytes,
    starts,
    descriptors: packs.map(pack => pack.descriptor),
    kept,
    ends,
    offsets: ends.some(end => end > MAX_SHORT_OFFSET) ? shared(Float64Array, count) : shared(Uint32Array, count),
    headerBytes: shared(Uint8Array, count),
    sizes: shared(Uint32Array, count),
    kinds: shared(Uint8Array, count),
    firstChild: shared(Int32Array, count).fill(NONE),
    nextSibling: shared(Int32Array, count).fill(NONE),
    ids,
    tables: packs.map((_, i) => createIdTable(ids.subarray(starts[i]! * idBytes, starts[i + 1]! * idBytes), idBytes)),
    others: createRowSlots(ids, idBytes, starts[1] ?? 0),
    rows: shared(Uint32Array, count),
    crcs: shared(Uint32Array, count),
    hasCrc: packs.map(pack => pack.index.crcs !== undefined),
    wanted: shared(Uint8Array, count).fill(1),
  }
  const kernel = createForestKernel()
  const packed = new Uint32Array(count)
  for (const [i, { index, end }] of packs.entries()) {
    if (slice.isOver()) await slice.pause()
    const start = starts[i]!
    if (index.crcs) forest.crcs.set(index.crcs, start)
    const entries = kernel.orderEntries(index.offsets, start, end)
    forest.offsets.set(entries.offsets, start)
    forest.rows.set(entries.rows, start)
    packed.set(entries.packed, start)
  }
  const orphans: number[] = []
  const bases = new Int32Array(count).fill(NONE)
  for (const [i, pack] of packs.entries()) {
    for (const _ of readHeaders(forest, bases, pack, i, orphans)) if (slice.isOver()) await slice.pause()
  }
  return { forest, ...linkForest(kernel, forest, { bases, packed, orphans }) }
}
