import type { Anchor } from '../types.ts'
import { type AnchorBytes, anchorBytes } from './anchor-bytes.ts'
import { byteShares } from './byte-rarity.ts'
import { type Window, windowsOf } from './windows.ts'

/** What the kernel looks anchors up in: the first bytes of its memory (assembly/layout.ts says which), plain data that could be kept in a file. */
export interface AnchorTable {
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

const bitsFor = (count: number) => 32 - Math.clz32(Math.max(count - 1, 1))

export function buildAnchorTable(anchors: readonly Anchor[]): AnchorTable {
  const literals = anchorBytes(anchors)
  const filter = new Uint8Array(1 << FILTER_BITS)
  const slotBits = Math.max(10, bitsFor(anchors.length * SLOTS_PER_ANCHOR))
  const slots = 1 << slotBits
  const entries: Entry[] = []
  const shares = byteShares()
  // Short ones first: they have no choice of window, and longer ones may share theirs.
  const byLength = Array.from(literals.keys()).sort((a, b) => literals[a]!.bytes.length - literals[b]!.bytes.length)
  for (const anchor of byLength) {
    const literal = literals[anchor]!
    for (const window of windowsOf(literal, shares, key => filter[filterPlace(key)] !== 0)) {
      for (const key of window.keys) filter[filterPlace(key)]! |= window.whole ? WHOLE : PARTLY
      for (const list of listsOf(window, slots, slotBits)) entries.push({ list, anchor, offset: window.offset })
    }
  }
  return assemble(literals, filter, slotBits, entries)
}

interface Entry {
  readonly list: number
  readonly anchor: number
  readonly offset: number
}

const filterPlace = (key: number) => Math.imul(key, FILTER_HASH) >>> (32 - FILTER_BITS)

function listsOf(window: Window, slots: number, slotBits: number): readonly number[] {
  if (window.whole) return [Math.imul(window.keys[0]! | FOLD, SLOT_HASH) >>> (32 - slotBits)]
  if (window.middles.length === 0) return [slots + MIDDLE_LISTS - 1]
  return window.middles.map(middle => slots + middle)
}

function assemble(
  literals: readonly AnchorBytes[],
  filter: Uint8Array,
  slotBits: number,
  entries: readonly Entry[],
): AnchorTable {
  const lists = (1 << slotBits) + MIDDLE_LISTS
  const startsAt = HEADER_BYTES + filter.length
  const entriesAt = startsAt + (lists + 1) * 4
  const patternsAt = entriesAt + entries.length * ENTRY_BYTES
  const blocks = literals.map(({ bytes }) => Math.ceil(bytes.length / BLOCK_BYTES))
  const image = new Uint8Array(patternsAt + blocks.reduce((sum, count) => sum + count, 0) * 2 * BLOCK_BYTES)
  const view = new DataView(image.buffer)
  image.set(filter, HEADER_BYTES)

  let pattern = patternsAt
  const patterns = literals.map(({ bytes, folds }, index) => {
    const start = pattern
    for (let block = 0; block < blocks[index]!; block++, pattern += 2 * BLOCK_BYTES) {
      const from = block * BLOCK_BYTES
      image.fill(0xff, pattern, pattern + 2 * BLOCK_BYTES)
      image.set(bytes.subarray(from, from + BLOCK_BYTES), pattern)
      image.set(folds.subarray(from, from + BLOCK_BYTES), pattern + BLOCK_BYTES)
    }
    return start
  })

  // Entries of one list side by side: counted, then placed.
  const starts = new Uint32Array(lists + 1)
  for (const { list } of entries) starts[list + 1]!++
  const longestList = (from: number, to: number) =>
    starts.subarray(from + 1, to + 1).reduce((a, b) => Math.max(a, b), 0)
  const slots = 1 << slotBits
  const hitsPerBlock =
    WINDOWS_PER_BLOCK *
    (longestList(0, slots) +
      longestList(slots, slots + MIDDLE_LISTS - 1) +
      longestList(slots + MIDDLE_LISTS - 1, lists))
  for (let list = 0; list < lists; list++) starts[list + 1]! += starts[list]!
  for (let list = 0; list <= lists; list++) view.setUint32(startsAt + list * 4, starts[list]!, true)
  for (const { list, anchor, offset } of entries) {
    const at = entriesAt + starts[list]!++ * ENTRY_BYTES
    view.setUint32(at, patterns[anchor]!, true)
    view.setUint16(at + 4, literals[anchor]!.bytes.length, true)
    view.setUint16(at + 6, anchor, true)
    view.setInt16(at + 8, offset, true)
  }

  const header = [startsAt, 32 - slotBits, startsAt + slots * 4, entriesAt, hitsPerBlock]
  header.forEach((word, i) => {
    view.setUint32(i * 4, word, true)
  })
  return {
    image,
    longest: literals.reduce((longest, { bytes }) => Math.max(longest, bytes.length), 0),
    hitsPerBlock,
  }
}
