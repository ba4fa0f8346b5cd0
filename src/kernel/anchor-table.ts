import type { Anchor, AnchorTable } from '../types.ts'
import { type AnchorBytes, anchorBytes } from './anchor-bytes.ts'
import { chooseWindow, WINDOW_BYTES } from './choose-window.ts'

// The numbers of assembly/layout.ts.
const HEADER_BYTES = 64
const ENTRY_BYTES = 20
const BLOCK_BYTES = 16
const FILTER_HASH = 0x27d4eb2f << 11
const SLOT_HASH = 0x9e3779b1 | 0
const THREE_HASH = 0x9e3779b1 << 8
const FOLD = 0x20202020
const FOLD_TWO = 0x2020
/** Of the fourth byte of a window the low five bits count. */
const FOURTH = 0x1f
const ANY_FOURTH = 0xffff_ffff
/** Lists by second byte. */
const MIDDLE_LISTS = 256

/** 128 KiB, measured best from 150 to 1,500 anchors: a smaller one lies in the nearest cache, but more of its places answer for what they were not set for. */
const FILTER_BITS = 15
const WORD_BYTES = 4
/** Room in which the kernel notes down windows of a batch, from WINDOWS to the end of LISTS. */
const BATCH_LISTS_BYTES = 2 * 512 + 64 + 12 * 512 + 64
/** How far from its window a candidate is looked at first. */
const MOST_AWAY = 16
/** Slots for each anchor, so that most candidates of the filter that are none meet an empty slot. */
const SLOTS_PER_ANCHOR = 4
const LEAST_SLOTS = 1024

/** -1 in place of a byte that may be any. */
const ANY = -1

// Plain loops and no destructuring below: all this runs once, uncompiled, each time the program starts.

export function buildAnchorTable(anchors: readonly Anchor[]): AnchorTable {
  const literals = anchorBytes(anchors)
  const { starts, bytes } = literals
  const index = new AnchorIndex(literals)
  for (const anchor of byLength(literals)) {
    const length = starts[anchor + 1]! - starts[anchor]!
    if (length > WINDOW_BYTES) {
      const offset = chooseWindow(bytes, starts[anchor]!, starts[anchor + 1]!, index.known)
      index.add(anchor, offset)
      index.add(anchor, offset + 1)
    } else {
      index.add(anchor, 0)
      // A fourth byte that may be any costs one word of the filter, a third one 32 of them, see FILTER_HASH; a second one would cost 8,192.
      index.add(anchor, length === WINDOW_BYTES ? 1 : -1)
    }
  }
  return assemble(literals, index)
}

/** Short ones first: they have no choice of window, and longer ones may share theirs. */
function byLength({ count, longest, starts }: AnchorBytes): Uint16Array {
  const next = new Uint32Array(longest + 2)
  for (let anchor = 0; anchor < count; anchor++) next[starts[anchor + 1]! - starts[anchor]! + 1]!++
  for (let length = 1; length < next.length; length++) next[length]! += next[length - 1]!
  const sorted = new Uint16Array(count)
  for (let anchor = 0; anchor < count; anchor++) sorted[next[starts[anchor + 1]! - starts[anchor]!]!++] = anchor
  return sorted
}

/** The filter, and which anchors to look at for which window. */
class AnchorIndex {
  readonly filter = new Uint32Array(1 << FILTER_BITS)
  /** A bit for each place of the filter: windows that stick out of a literal. */
  readonly partly = new Uint8Array(1 << (FILTER_BITS - 3))
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

  readonly known = (window: number): boolean =>
    ((this.filter[Math.imul(window | FOLD_TWO, FILTER_HASH) >>> (32 - FILTER_BITS)]! >>> (window >>> 24)) & 1) === 1

  add(anchor: number, offset: number): void {
    const start = this.#literals.starts[anchor]!
    const length = this.#literals.starts[anchor + 1]! - start
    const { bytes, folds } = this.#literals
    const at = start + offset
    const a = offset >= 0 && offset < length ? bytes[at]! : ANY
    const b = offset + 1 < length ? bytes[at + 1]! : ANY
    const c = offset + 2 < length ? bytes[at + 2]! : ANY
    const d = offset + 3 < length ? bytes[at + 3]! : ANY
    const whole = a !== ANY && d !== ANY
    this.#setFilter(a, b, c, d === ANY ? ANY_FOURTH : 1 << (d & FOURTH), whole)
    const window = a | (b << 8) | (c << 16) | (d << 24) | FOLD
    if (whole) this.#enter(Math.imul(window, SLOT_HASH) >>> (32 - this.slotBits), anchor, offset)
    else if (a !== ANY && c !== ANY) this.#enter(Math.imul(window, THREE_HASH) >>> (32 - this.slotBits), anchor, offset)
    else {
      const middles = 1 << this.slotBits
      for (let y = b === ANY ? 0 : b, j = b === ANY ? 256 : 1; j > 0; j--, y++) this.#enter(middles + y, anchor, offset)
      if (b !== ANY && folds[at + 1] !== 0) this.#enter(middles + (b ^ 0x20), anchor, offset)
    }
  }

  #enter(list: number, anchor: number, offset: number): void {
    this.lists.push(list)
    this.anchors.push(anchor)
    this.offsets.push(offset)
  }

  /** Each of the first three: the byte, in lower case, or all. */
  #setFilter(a: number, b: number, c: number, fourth: number, whole: boolean): void {
    const { filter, partly } = this
    for (let x = a === ANY ? 0 : a, i = a === ANY ? 256 : 1; i > 0; i--, x++) {
      for (let y = b === ANY ? 0 : b, j = b === ANY ? 256 : 1; j > 0; j--, y++) {
        // Of the third only the low five bits count.
        for (let z = c === ANY ? 0 : c, k = c === ANY ? 32 : 1; k > 0; k--, z++) {
          const place = Math.imul(x | (y << 8) | (z << 16) | FOLD_TWO, FILTER_HASH) >>> (32 - FILTER_BITS)
          filter[place]! |= fourth
          if (!whole) partly[place >>> 3]! |= 1 << (place & 7)
        }
      }
    }
  }
}

function assemble(literals: AnchorBytes, index: AnchorIndex): AnchorTable {
  const slots = 1 << index.slotBits
  const lists = slots + MIDDLE_LISTS
  const filterBytes = index.filter.length * WORD_BYTES
  const startsAt = HEADER_BYTES + filterBytes + index.partly.length + BATCH_LISTS_BYTES
  const entriesAt = startsAt + (lists + 1) * 4
  const patterns = patternPlaces(literals, entriesAt + index.lists.length * ENTRY_BYTES)
  const image = new Uint8Array(patterns[literals.count]!)
  new Uint32Array(image.buffer, HEADER_BYTES, index.filter.length).set(index.filter)
  image.set(index.partly, HEADER_BYTES + filterBytes)

  // Entries of one list side by side: counted, then placed.
  const counts = new Uint32Array(lists)
  for (const list of index.lists) counts[list]!++
  const starts = new Uint32Array(image.buffer, startsAt, lists + 1)
  let mostInSlot = 0
  let mostInMiddle = 0
  for (let list = 0; list < lists; list++) {
    const count = counts[list]!
    starts[list + 1] = starts[list]! + count
    if (list < slots) mostInSlot = Math.max(mostInSlot, count)
    else mostInMiddle = Math.max(mostInMiddle, count)
  }
  const entries = new DataView(image.buffer, entriesAt)
  for (let i = 0; i < index.lists.length; i++) {
    const anchor = index.anchors[i]!
    const list = index.lists[i]!
    // From the end of its list forwards: `counts` says how many are still to come.
    const entry = (starts[list + 1]! - counts[list]!--) * ENTRY_BYTES
    entries.setUint32(entry, patterns[anchor]!, true)
    entries.setUint16(entry + 4, literals.starts[anchor + 1]! - literals.starts[anchor]!, true)
    entries.setUint16(entry + 6, anchor, true)
    entries.setInt16(entry + 8, index.offsets[i]!, true)
    writeCheck(entries, entry + 10, literals, anchor, index.offsets[i]!)
  }
  writePatterns(literals, patterns, image)

  // A window looks into two slots, and one list by its second byte.
  const hitsPerWindow = 2 * mostInSlot + mostInMiddle
  new Uint32Array(image.buffer).set([startsAt, 32 - index.slotBits, startsAt + slots * 4, entriesAt, hitsPerWindow])
  return { image, longest: literals.longest, hitsPerWindow }
}

/** Four bytes at that end of the literal that is farther from the window: see ENTRY_BYTES of assembly/layout.ts. Past a literal's end anything matches. */
function writeCheck(entries: DataView, to: number, literals: AnchorBytes, anchor: number, offset: number): void {
  const { starts, bytes, folds } = literals
  const start = starts[anchor]!
  const length = starts[anchor + 1]! - start
  const last = Math.max(0, length - WORD_BYTES)
  const from = last - offset > offset ? Math.min(last, offset + MOST_AWAY) : Math.max(0, offset - MOST_AWAY)
  entries.setInt16(to, from - offset, true)
  for (let i = 0; i < WORD_BYTES; i++) {
    const isIn = from + i < length
    entries.setUint8(to + 2 + i, isIn ? folds[start + from + i]! : 0xff)
    entries.setUint8(to + 6 + i, isIn ? bytes[start + from + i]! : 0xff)
  }
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
