import {
  COUNTS,
  DISTANCE_MEANINGS,
  LENGTHS,
  LITERAL_MEANINGS,
  PRECODE_MEANINGS,
  SORTED,
  USED,
} from './layout-pack'

/**
 * An entry of a decoding table, u32:
 *   bits 0–3   bits of the code (in a second table: those beyond the first)
 *   bits 4–7   extra bits that follow
 *   bits 8–15  what it is, below; of a link the bits of its second table
 *   bits 16–31 the literal, the least length or distance, or where the second table begins
 * No code leads there: 0.
 */
// @ts-ignore: decorator
@inline export const LITERAL: u32 = 0x8000
// @ts-ignore: decorator
@inline export const BASE: u32 = 0x4000
// @ts-ignore: decorator
@inline export const END: u32 = 0x2000
// @ts-ignore: decorator
@inline export const LINK: u32 = 0x1000

/** Which alphabet: what its symbols mean. */
// @ts-ignore: decorator
@inline export const ALPHABET_LITERALS: u32 = 0
// @ts-ignore: decorator
@inline export const ALPHABET_DISTANCES: u32 = 1
// @ts-ignore: decorator
@inline export const ALPHABET_PRECODE: u32 = 2

/** What a symbol stands for, as an entry without its code's length. RFC 1951, 3.2.5. 0: it must not occur. */
function meaningOf(symbol: u32, alphabet: u32): u32 {
  if (alphabet === ALPHABET_PRECODE) return LITERAL | (symbol << 16)
  if (alphabet === ALPHABET_LITERALS) {
    if (symbol < 256) return LITERAL | (symbol << 16)
    if (symbol === 256) return END
    if (symbol < 265) return BASE | ((symbol - 254) << 16)
    if (symbol === 285) return BASE | (258 << 16)
    if (symbol > 285) return 0
    const extra = (symbol - 261) >> 2
    return BASE | (extra << 4) | (((((symbol - 265) & 3) + 4) << extra) + 3) << 16
  }
  if (symbol < 4) return BASE | ((symbol + 1) << 16)
  if (symbol > 29) return 0
  const extra = (symbol >> 1) - 1
  return BASE | (extra << 4) | ((((2 + (symbol & 1)) << extra) + 1) << 16)
}

/** Once, before the first `buildTable`: of each symbol what it means. */
export function prepareMeanings(state: usize): void {
  for (let symbol: u32 = 0; symbol < 288; symbol++) {
    store<u32>(state + LITERAL_MEANINGS + (<usize>symbol << 2), meaningOf(symbol, ALPHABET_LITERALS))
  }
  for (let symbol: u32 = 0; symbol < 32; symbol++) {
    store<u32>(state + DISTANCE_MEANINGS + (<usize>symbol << 2), meaningOf(symbol, ALPHABET_DISTANCES))
    store<u32>(state + PRECODE_MEANINGS + (<usize>symbol << 2), meaningOf(symbol, ALPHABET_PRECODE))
  }
}

// @ts-ignore: decorator
@inline
function meaningsFor(alphabet: u32): usize {
  if (alphabet === ALPHABET_LITERALS) return LITERAL_MEANINGS
  return alphabet === ALPHABET_DISTANCES ? DISTANCE_MEANINGS : PRECODE_MEANINGS
}

/** The next code of `ones + 1` ones and zeros, with its first bit lowest: as adding one to the code that is turned round. It is not the last. */
// @ts-ignore: decorator
@inline
function nextCode(code: u32, ones: u32): u32 {
  const bit: u32 = (<u32>1 << 31) >> clz(code ^ ones)
  return (code & (bit - 1)) | bit
}

/** The first `size` entries once more, behind themselves: what begins with these bits goes on with a zero or a one. */
// @ts-ignore: decorator
@inline
function double(table: usize, size: u32): void {
  const bytes = <usize>size << 2
  if (size < 4) {
    for (let at: usize = 0; at < bytes; at += 4) store<u32>(table + bytes + at, load<u32>(table + at))
    return
  }
  for (let at: usize = 0; at < bytes; at += 16) v128.store(table + bytes + at, v128.load(table + at))
}

/**
 * Makes the table of a canonical code from the lengths at `lengths`. False where they are none: too many codes, or too few for a code
 * that is not a single one of one bit (zlib takes none, and so does this). Most of what git packs is so short that this takes longer than what follows:
 * symbols that do not occur are passed over eight at a time, and each code is written once, the table being doubled from one length to the next. May
 * read seven bytes behind the lengths.
 */
export function buildTable(state: usize, lengths: usize, symbols: u32, alphabet: u32, table: usize, firstBits: u32, capacity: u32): bool {
  const counts = state + COUNTS
  for (let at: usize = 0; at < 16 * 8; at += 16) v128.store(counts + at, i64x2.splat(0))
  const used = state + USED
  let codes: u32 = 0
  for (let first: u32 = 0; first < symbols; first += 8) {
    let eight = load<u64>(lengths + first)
    if (symbols - first < 8) eight &= (<u64>1 << ((symbols - first) << 3)) - 1
    while (eight !== 0) {
      const bit = <u32>ctz(eight) & 0x38
      const length = <u32>(eight >> bit) & 0xff
      eight &= ~(<u64>0xff << bit)
      store<u16>(used + (<usize>codes << 1), <u16>(((first + (bit >> 3)) << 4) | length))
      codes++
      const at = counts + (<usize>length << 3)
      store<u32>(at, load<u32>(at) + 1)
    }
  }
  let left: i32 = 1
  let next: u32 = 0
  let longest: u32 = 0
  let shortest: u32 = 0
  for (let length: u32 = 1; length < 16; length++) {
    const at = counts + (<usize>length << 3)
    const count = load<u32>(at)
    left = (left << 1) - <i32>count
    if (left < 0) return false
    store<u32>(at, next, 4)
    next += count
    if (count === 0) continue
    longest = length
    if (shortest === 0) shortest = length
  }
  const firstSize: u32 = 1 << firstBits
  if (left > 0) {
    // No code at all, where none is needed, or a single one of one bit: the other half leads nowhere.
    if (codes > 1 || (codes === 1 && longest !== 1) || alphabet === ALPHABET_PRECODE) return false
    memory.fill(table, 0, <usize>firstSize << 2)
    if (codes === 0) return true
  }
  const sorted = state + SORTED
  for (let i: u32 = 0; i < codes; i++) {
    const one = load<u16>(used + (<usize>i << 1))
    const at = counts + (<usize>(one & 15) << 3)
    const place = load<u32>(at, 4)
    store<u32>(at, place + 1, 4)
    store<u16>(sorted + (<usize>place << 1), one >> 4)
  }

  const meanings = state + meaningsFor(alphabet)
  let code: u32 = 0
  let from = sorted
  let size: u32 = 1 << shortest
  for (let length = shortest; length <= firstBits; length++) {
    const ones = size - 1
    for (let count = load<u32>(counts + (<usize>length << 3)); count > 0; count--) {
      const meaning = load<u32>(meanings + (<usize>load<u16>(from) << 2))
      from += 2
      store<u32>(table + (<usize>code << 2), meaning === 0 ? 0 : meaning | length)
      if (code === ones) {
        for (; size < firstSize; size <<= 1) double(table, size)
        return true
      }
      code = nextCode(code, ones)
    }
    if (length === firstBits) break
    double(table, size)
    size <<= 1
  }
  // A single code of one bit is all there is.
  if (longest <= firstBits) return true
  return buildSecondTables(state, from, code, meanings, table, firstBits, longest, capacity)
}

/** Of codes of more than the first bits, from this one on. */
function buildSecondTables(
  state: usize,
  sorted: usize,
  start: u32,
  meanings: usize,
  table: usize,
  firstBits: u32,
  longest: u32,
  capacity: u32,
): bool {
  const counts = state + COUNTS
  const firstSize: u32 = 1 << firstBits
  let code = start
  let from = sorted
  let free = firstSize
  let prefix: u32 = 0xffff_ffff
  let second: u32 = 0
  let secondBits: u32 = 0
  for (let length = firstBits + 1; length <= longest; length++) {
    const ones: u32 = (1 << length) - 1
    for (let count = load<u32>(counts + (<usize>length << 3)); count > 0; count--) {
      const meaning = load<u32>(meanings + (<usize>load<u16>(from) << 2))
      from += 2
      const first = code & (firstSize - 1)
      if (first !== prefix) {
        prefix = first
        second = free
        // As many bits as the codes that begin so need: until they fill it.
        secondBits = length - firstBits
        let room: i32 = (1 << secondBits) - <i32>count
        for (let longer = length + 1; room > 0 && longer <= longest; longer++) {
          secondBits++
          room = (room << 1) - <i32>load<u32>(counts + (<usize>longer << 3))
        }
        free += 1 << secondBits
        if (free > capacity) return false
        memory.fill(table + (<usize>second << 2), 0, <usize>4 << secondBits)
        store<u32>(table + (<usize>first << 2), LINK | (secondBits << 8) | firstBits | (second << 16))
      }
      const entry = meaning === 0 ? 0 : meaning | (length - firstBits)
      for (let at = code >> firstBits; at < <u32>1 << secondBits; at += 1 << (length - firstBits)) {
        store<u32>(table + (<usize>(second + at) << 2), entry)
      }
      if (code === ones) return true
      code = nextCode(code, ones)
    }
  }
  return true
}

/** The lengths of the fixed code: RFC 1951, 3.2.6. */
export function fixedLengths(state: usize): void {
  memory.fill(state + LENGTHS, 8, 144)
  memory.fill(state + LENGTHS + 144, 9, 112)
  memory.fill(state + LENGTHS + 256, 7, 24)
  memory.fill(state + LENGTHS + 280, 8, 8)
}
