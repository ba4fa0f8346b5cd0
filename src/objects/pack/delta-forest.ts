import { createTimeSlice } from '../time-slice.ts'
import { COMMIT, OFFSET_DELTA, REFERENCE_DELTA, TAG, UNKNOWN } from './entry-kinds.ts'
import { createIdTable, type IdTable, rowOf } from './id-table.ts'
import { fillPack, type KeptPack, keptPacks } from './kept-packs.ts'
import { linkForest } from './link-forest.ts'
import type { OpenPack } from './pack-set.ts'
import { readAt } from './read-at.ts'
import { rowAmong } from './row-among.ts'
import { createRowSlots, type RowSlots } from './row-slots.ts'
import { sortedByOffset } from './sorted-by-offset.ts'

/** Read at once where headers are gone through. */
const CHUNK_BYTES = 4 * 1024 * 1024
/** A header at its longest: ten bytes of size, an id of 32 or ten bytes of offset. */
const MAX_HEADER_BYTES = 48
/** What is larger counts as this large: nothing of that size is read by the walk. */
const MAX_SIZE = 0xffff_ffff
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
export async function buildForest(packs: readonly OpenPack[], idBytes: number): Promise<BuiltForest> {
  const slice = createTimeSlice()
  const starts = [0]
  for (const { index } of packs) starts.push(starts.at(-1)! + index.count)
  const count = starts.at(-1)!
  const ids = shared(Uint8Array, count * idBytes)
  packs.forEach((pack, i) => {
    ids.set(pack.index.ids, starts[i]! * idBytes)
  })
  const ends = packs.map(pack => pack.end)
  const forest: DeltaForest = {
    count,
    idBytes,
    starts,
    descriptors: packs.map(pack => pack.descriptor),
    kept: keptPacks(ends),
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
  for (const [i, pack] of packs.entries()) {
    if (slice.isOver()) await slice.pause()
    if (pack.index.crcs) forest.crcs.set(pack.index.crcs, starts[i]!)
    orderEntries(forest, pack, starts[i]!)
  }
  const orphans: number[] = []
  const bases = new Int32Array(count).fill(NONE)
  for (const [i, pack] of packs.entries()) {
    for (const _ of readHeaders(forest, bases, pack, i, orphans)) if (slice.isOver()) await slice.pause()
  }
  return { forest, ...linkForest(forest, bases, orphans) }
}

/** Fills `offsets` and `rows` of one pack, in order of the offsets. */
function orderEntries({ offsets, rows }: DeltaForest, { index }: OpenPack, start: number): void {
  const { count } = index
  const order = sortedByOffset(index.offsets)
  for (let i = 0; i < count; i++) {
    rows[start + i] = start + order[i]!
    offsets[start + i] = index.offsets[order[i]!]!
  }
}

/** The entry that begins at this offset of a pack; -1: none does. */
function entryAt(offsets: Offsets, start: number, end: number, offset: number): number {
  let low = start
  let high = end
  while (low < high) {
    const middle = (low + high) >>> 1
    if (offsets[middle]! < offset) low = middle + 1
    else high = middle
  }
  return low < end && offsets[low] === offset ? low : NONE
}

/**
 * Goes through the headers of one pack from front to back, and stops wherever it is to read on. `bases`: of each delta what it is made from; -1 for a whole
 * object.
 */
function* readHeaders(
  forest: DeltaForest,
  bases: Int32Array,
  pack: OpenPack,
  packNumber: number,
  orphans: number[],
): Generator<void> {
  const { offsets, starts } = forest
  const start = starts[packNumber]!
  const end = starts[packNumber + 1]!
  const kept = forest.kept[packNumber]
  const chunk = kept?.bytes ?? Buffer.allocUnsafe(Math.min(CHUNK_BYTES, pack.end))
  let chunkStart = 0
  let chunkEnd = kept ? pack.end : 0
  const byReference = new References(forest)
  for (let entry = start; entry < end; entry++) {
    const offset = offsets[entry]!
    const next = entry + 1 < end ? offsets[entry + 1]! : pack.end
    if (kept) {
      if (fillPack(kept, pack.descriptor, offset, Math.min(offset + MAX_HEADER_BYTES, next))) yield
    } else if (offset + Math.min(MAX_HEADER_BYTES, next - offset) > chunkEnd) {
      yield
      chunkStart = offset
      chunkEnd = offset + readAt(pack.descriptor, chunk, 0, Math.min(chunk.length, pack.end - offset), offset)
    }
    const base = readHeader(forest, entry, chunk, offset - chunkStart, Math.min(next, chunkEnd) - chunkStart)
    if (base === undefined) continue
    const found =
      typeof base === 'number'
        ? entryAt(offsets, start, entry, offset - base)
        : byReference.find(chunk, base.at, packNumber)
    bases[entry] = found
    if (found === NONE) orphans.push(entry)
  }
}

interface Reference {
  /** Where the id of the base stands. */
  readonly at: number
}

/**
 * Fills in what stands in one header. Of a delta it returns the base: how far back it begins, or where its id stands. What makes no sense is
 * UNKNOWN, with a base that does not exist.
 */
function readHeader(
  { kinds, sizes, headerBytes, idBytes }: DeltaForest,
  entry: number,
  chunk: Uint8Array,
  from: number,
  end: number,
): number | Reference | undefined {
  let at = from
  let byte = chunk[at++]!
  const type = (byte >> 4) & 7
  let size = byte & 15
  for (let scale = 16; byte & 0x80 && at < end; scale *= 128) {
    byte = chunk[at++]!
    size += (byte & 0x7f) * scale
  }
  sizes[entry] = Math.min(size, MAX_SIZE)
  let base: number | Reference | undefined
  if (type === OFFSET_DELTA) {
    byte = chunk[at++]!
    let back = byte & 0x7f
    while (byte & 0x80 && at < end) {
      byte = chunk[at++]!
      back = (back + 1) * 128 + (byte & 0x7f)
    }
    base = back
  } else if (type === REFERENCE_DELTA) {
    base = { at }
    at += idBytes
  } else if (type < COMMIT || type > TAG) {
    base = 0
  }
  headerBytes[entry] = at - from
  kinds[entry] = base === undefined && at < end ? type : UNKNOWN
  return at < end ? base : 0
}

/** Finds entries by id. */
class References {
  readonly #forest: DeltaForest
  #entryOfRow: Int32Array | undefined

  constructor(forest: DeltaForest) {
    this.#forest = forest
  }

  /** In the delta's own pack first, as git does. */
  find(bytes: Uint8Array, at: number, packNumber: number): number {
    const { tables, starts } = this.#forest
    const own = rowOf(tables[packNumber]!, bytes, at)
    const row = own === NONE ? rowAmong(this.#forest, bytes, at) : starts[packNumber]! + own
    return row === NONE ? NONE : this.#entries()[row]!
  }

  #entries(): Int32Array {
    this.#entryOfRow ??= entriesOfRows(this.#forest)
    return this.#entryOfRow
  }
}

/** The other way round than `rows`. */
export function entriesOfRows({ rows, count }: DeltaForest): Int32Array {
  const entries = new Int32Array(count)
  for (let entry = 0; entry < count; entry++) entries[rows[entry]!] = entry
  return entries
}
