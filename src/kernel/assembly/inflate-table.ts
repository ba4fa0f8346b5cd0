import { COUNTS, LENGTHS, SORTED } from './layout-pack'

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

/** Turns round the low `bits` bits: codes come with their first bit lowest. */
// @ts-ignore: decorator
@inline
function reversed(code: u32, bits: u32): u32 {
  let x = ((code & 0x5555) << 1) | ((code >> 1) & 0x5555)
  x = ((x & 0x3333) << 2) | ((x >> 2) & 0x3333)
  x = ((x & 0x0f0f) << 4) | ((x >> 4) & 0x0f0f)
  x = ((x & 0x00ff) << 8) | ((x >> 8) & 0x00ff)
  return x >> (16 - bits)
}

/**
 * Makes the table of a canonical code from the lengths at `lengths`. False where they are none: too many codes, or too few for a code
 * that is not a single one of one bit (zlib takes none, and so does this).
 */
export function buildTable(state: usize, lengths: usize, symbols: u32, alphabet: u32, table: usize, firstBits: u32, capacity: u32): bool {
  const counts = state + COUNTS
  memory.fill(counts, 0, 16 * 8)
  for (let symbol: u32 = 0; symbol < symbols; symbol++) {
    const at = counts + (<usize>load<u8>(lengths + symbol) << 3)
    store<u32>(at, load<u32>(at) + 1)
  }
  const unused = load<u32>(counts)
  store<u32>(counts, 0)
  let left: i32 = 1
  let next: u32 = 0
  let longest: u32 = 0
  for (let length: u32 = 1; length < 16; length++) {
    const at = counts + (<usize>length << 3)
    const count = load<u32>(at)
    left = (left << 1) - <i32>count
    if (left < 0) return false
    store<u32>(at, next, 4)
    next += count
    if (count > 0) longest = length
  }
  const codes = symbols - unused
  const firstSize: u32 = 1 << firstBits
  if (left > 0) {
    // No code at all, where none is needed, or a single one of one bit: the other half leads nowhere.
    if (codes > 1 || (codes === 1 && longest !== 1) || alphabet === ALPHABET_PRECODE) return false
    memory.fill(table, 0, <usize>firstSize << 2)
    if (codes === 0) return true
  }
  const sorted = state + SORTED
  for (let symbol: u32 = 0; symbol < symbols; symbol++) {
    const length = load<u8>(lengths + symbol)
    if (length === 0) continue
    const at = counts + (<usize>length << 3)
    const place = load<u32>(at, 4)
    store<u32>(at, place + 1, 4)
    store<u16>(sorted + (<usize>place << 1), <u16>symbol)
  }

  let code: u32 = 0
  let index: u32 = 0
  let free = firstSize
  let prefix: u32 = 0xffff_ffff
  let second: u32 = 0
  let secondBits: u32 = 0
  for (let length: u32 = 1; length <= longest; length++) {
    let count = load<u32>(counts + (<usize>length << 3))
    for (; count > 0; count--, code++, index++) {
      const meaning = meaningOf(load<u16>(sorted + (<usize>index << 1)), alphabet)
      const bits = reversed(code, length)
      if (length <= firstBits) {
        const entry = meaning === 0 ? 0 : meaning | length
        for (let at = bits; at < firstSize; at += 1 << length) store<u32>(table + (<usize>at << 2), entry)
        continue
      }
      const first = bits & (firstSize - 1)
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
      for (let at = bits >> firstBits; at < <u32>1 << secondBits; at += 1 << (length - firstBits)) {
        store<u32>(table + (<usize>(second + at) << 2), entry)
      }
    }
    code <<= 1
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
