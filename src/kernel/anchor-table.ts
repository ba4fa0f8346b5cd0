import type { Anchor } from '../types.ts'
import { type AnchorBytes, anchorBytes } from './anchor-bytes.ts'
import { chooseWindow, WINDOW_BYTES } from './choose-window.ts'

/** What the kernel looks anchors up in: the first bytes of its memory (assembly/layout.ts says which), plain data that could be kept in a file. */
export interface AnchorTable {
  /** Little endian whatever the machine. */
  readonly image: Uint8Array
  /** Bytes of the longest anchor; 0 where there is none. */
  readonly longest: number
  /** The most hits that one block of the kernel can give: it hands them over between blocks only. */
  readonly hitsPerBlock: number
}

// The numbers of assembly/layout.ts.
const HEADER_BYTES = 64
const ENTRY_BYTES = 12
const BLOCK_BYTES = 16
const WINDOWS_PER_BLOCK = 8
const FILTER_HASH = 0x27d4eb2f << 11
const SLOT_HASH = 0x9e3779b1 << 8
const FOLD = 0x202020
const WHOLE = 1
const PARTLY = 2
/** Lists by middle byte, and one for windows whose middle byte may be any. */
const MIDDLE_LISTS = 257

/** 128 KiB, measured best from 150 to 1,500 anchors: a smaller one lies in the nearest cache, but more of its places answer for what they were not set for. */
const FILTER_BITS = 17
/** Slots for each anchor, so that most candidates of the filter that are none meet an empty slot. */
const SLOTS_PER_ANCHOR = 4
const LEAST_SLOTS = 1024

/** -1 in place of a byte that may be any. */
const ANY = -1

export function buildAnchorTable(anchors: readonly Anchor[]): AnchorTable {
  const literals = anchorBytes(anchors)
  const index = new AnchorIndex(literals)
  // Short ones first: they have no choice of window, and longer ones may share theirs.
  const length = (anchor: number) => literals.starts[anchor + 1]! - literals.starts[anchor]!
  const byLength = Array.from(literals.starts.subarray(1).keys()).sort((a, b) => length(a) - length(b))
  for (const anchor of byLength) {
    if (length(anchor) > WINDOW_BYTES) {
      const offset = chooseWindow(literals, literals.starts[anchor]!, literals.starts[anchor + 1]!, index.known)
      index.add(anchor, offset)
      index.add(anchor, offset + 1)
    } else {
      index.add(anchor, 0)
      // A third byte that may be any costs little, see FILTER_HASH; but a window has to hold some of the anchor.
      index.add(anchor, length(anchor) === WINDOW_BYTES ? 1 : -1)
    }
  }
  return assemble(literals, index)
}

/** The filter, and which anchors to look at for which window. */
class AnchorIndex {
  readonly filter = new Uint8Array(1 << FILTER_BITS)
  readonly slotBits: number
  /** Entries as parallel arrays: the list it stands in, its anchor, the window's offset from the anchor's start. */
  readonly lists: number[] = []
  readonly anchors: number[] = []
  readonly offsets: number[] = []
  readonly #literals: AnchorBytes

  constructor(literals: AnchorBytes) {
    this.#literals = literals
    this.slotBits = 32 - Math.clz32(Math.max(literals.count * SLOTS_PER_ANCHOR, LEAST_SLOTS) - 1)
  }

  readonly known = (key: number): boolean => this.filter[Math.imul(key, FILTER_HASH) >>> (32 - FILTER_BITS)] !== 0

  add(anchor: number, offset: number): void {
    const { starts, bytes, folds } = this.#literals
    const [start, end] = [starts[anchor]!, starts[anchor + 1]!]
    const at = start + offset
    const byteAt = (i: number) => (i >= start && i < end ? bytes[i]! : ANY)
    const foldAt = (i: number) => (i >= start && i < end ? folds[i]! : 0)
    const [a, b, c] = [byteAt(at), byteAt(at + 1), byteAt(at + 2)]
    const whole = a !== ANY && b !== ANY && c !== ANY
    this.#setFilter(a, foldAt(at), b, foldAt(at + 1), c, foldAt(at + 2), whole ? WHOLE : PARTLY)
    if (whole) {
      this.#enter(Math.imul(a | (b << 8) | (c << 16) | FOLD, SLOT_HASH) >>> (32 - this.slotBits), anchor, offset)
      return
    }
    const middles = 1 << this.slotBits
    this.#enter(middles + (b === ANY ? MIDDLE_LISTS - 1 : b), anchor, offset)
    if (foldAt(at + 1) !== 0) this.#enter(middles + (b ^ 0x20), anchor, offset)
  }

  #enter(list: number, anchor: number, offset: number): void {
    this.lists.push(list)
    this.anchors.push(anchor)
    this.offsets.push(offset)
  }

  /** Each of the three: the byte, its other case where `fold` says so, or all. */
  #setFilter(a: number, foldA: number, b: number, foldB: number, c: number, foldC: number, flag: number): void {
    const { filter } = this
    for (let x = a === ANY ? 0 : a, i = variants(a, foldA, 256); i > 0; i--, x = a === ANY ? x + 1 : x ^ foldA) {
      for (let y = b === ANY ? 0 : b, j = variants(b, foldB, 256); j > 0; j--, y = b === ANY ? y + 1 : y ^ foldB) {
        // Of the third only the low five bits count.
        for (let z = c === ANY ? 0 : c, k = variants(c, foldC, 32); k > 0; k--, z = c === ANY ? z + 1 : z ^ foldC) {
          filter[Math.imul(x | (y << 8) | (z << 16), FILTER_HASH) >>> (32 - FILTER_BITS)]! |= flag
        }
      }
    }
  }
}

const variants = (byte: number, fold: number, all: number) => (byte === ANY ? all : fold === 0 ? 1 : 2)

function assemble(literals: AnchorBytes, index: AnchorIndex): AnchorTable {
  const slots = 1 << index.slotBits
  const lists = slots + MIDDLE_LISTS
  const startsAt = HEADER_BYTES + index.filter.length
  const entriesAt = startsAt + (lists + 1) * 4
  const patternsAt = entriesAt + index.lists.length * ENTRY_BYTES
  const patterns = patternPlaces(literals, patternsAt)
  const image = new Uint8Array(patterns[literals.count]!)
  const view = new DataView(image.buffer)
  image.set(index.filter, HEADER_BYTES)

  // Entries of one list side by side: counted, then placed.
  const counts = new Uint32Array(lists)
  for (const list of index.lists) counts[list]!++
  const most = (from: number, to: number) => counts.subarray(from, to).reduce((a, b) => Math.max(a, b), 0)
  const hitsPerBlock = WINDOWS_PER_BLOCK * (most(0, slots) + most(slots, lists - 1) + most(lists - 1, lists))
  const next = new Uint32Array(lists)
  for (let list = 0, sum = 0; list < lists; list++) {
    next[list] = sum
    sum += counts[list]!
    view.setUint32(startsAt + (list + 1) * 4, sum, true)
  }
  for (let i = 0; i < index.lists.length; i++) {
    const anchor = index.anchors[i]!
    const at = entriesAt + next[index.lists[i]!]!++ * ENTRY_BYTES
    view.setUint32(at, patterns[anchor]!, true)
    view.setUint16(at + 4, literals.starts[anchor + 1]! - literals.starts[anchor]!, true)
    view.setUint16(at + 6, anchor, true)
    view.setInt16(at + 8, index.offsets[i]!, true)
  }
  writePatterns(literals, patterns, image)

  const header = [startsAt, 32 - index.slotBits, startsAt + slots * 4, entriesAt, hitsPerBlock]
  for (let word = 0; word < header.length; word++) view.setUint32(word * 4, header[word]!, true)
  return { image, longest: literals.longest, hitsPerBlock }
}

/** Where the pattern of each anchor stands, and the end of all. */
function patternPlaces({ count, starts }: AnchorBytes, from: number): Uint32Array {
  const places = new Uint32Array(count + 1).fill(from)
  for (let i = 0; i < count; i++) {
    places[i + 1] = places[i]! + Math.ceil((starts[i + 1]! - starts[i]!) / BLOCK_BYTES) * 2 * BLOCK_BYTES
  }
  return places
}

function writePatterns({ count, starts, bytes, folds }: AnchorBytes, places: Uint32Array, image: Uint8Array): void {
  // Past a literal's end stands 0xff in text and mask: anything matches.
  image.fill(0xff, places[0]!)
  for (let anchor = 0; anchor < count; anchor++) {
    const start = starts[anchor]!
    for (let i = start; i < starts[anchor + 1]!; i++) {
      const within = i - start
      const place = places[anchor]! + within + (within & -BLOCK_BYTES)
      image[place] = bytes[i]!
      image[place + BLOCK_BYTES] = folds[i]!
    }
  }
}
