import type { DeltaForest } from './delta-forest.ts'
import { entriesOfRows } from './entries-of-rows.ts'
import { COMMIT, OFFSET_DELTA, REFERENCE_DELTA, TAG, UNKNOWN } from './entry-kinds.ts'
import { rowOf } from './id-table.ts'
import { isFilled } from './kept-packs.ts'
import type { OpenPack } from './pack-set.ts'
import { readAt } from './read-at.ts'
import { rowAmong } from './row-among.ts'

/** Read at once where headers are gone through: what fits into the processor's cache. */
const CHUNK_BYTES = 1024 * 1024
/** A header at its longest: ten bytes of size, an id of 32 or ten bytes of offset. */
const MAX_HEADER_BYTES = 48
/** What is larger counts as this large: nothing of that size is read by the walk. */
const MAX_SIZE = 0xffff_ffff
const NONE = -1

/** The entry that begins at this offset of a pack; -1: none does. */
function entryAt(offsets: DeltaForest['offsets'], start: number, end: number, offset: number): number {
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
 * Goes through the headers of one pack from front to back, and stops now and then. `bases`: of each delta what it is made from; -1 for a whole object.
 *
 * Where a pack is kept in memory and somebody has read it already, its bytes are there. To wait for that, or to read it there for the headers' sake, would take
 * six times as long as reading it past a buffer that is used again and again: memory has to be found for it page by page.
 */
export function* readHeaders(
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
  const chunk = Buffer.allocUnsafeSlow(Math.min(CHUNK_BYTES, pack.end))
  let chunkStart = 0
  let chunkEnd = 0
  const byReference = new References(forest)
  for (let entry = start; entry < end; entry++) {
    const offset = offsets[entry]!
    const next = entry + 1 < end ? offsets[entry + 1]! : pack.end
    const headerEnd = Math.min(offset + MAX_HEADER_BYTES, next)
    const isHere = headerEnd <= chunkEnd
    const isKept = !isHere && kept !== undefined && isFilled(kept, offset, headerEnd)
    if (!isHere && !isKept) {
      yield
      chunkStart = offset
      chunkEnd = offset + readAt(pack.descriptor, chunk, 0, Math.min(chunk.length, pack.end - offset), offset)
    }
    const base = isKept
      ? readHeader(forest, entry, kept.bytes, offset, next)
      : readHeader(forest, entry, chunk, offset - chunkStart, Math.min(next, chunkEnd) - chunkStart)
    if (base === undefined) continue
    const found =
      typeof base === 'number'
        ? entryAt(offsets, start, entry, offset - base)
        : byReference.find(isKept ? kept.bytes : chunk, base.at, packNumber)
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
