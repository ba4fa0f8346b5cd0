// Longer than other files: its functions share the bit reader, whose state has to be variables of this module, since AssemblyScript can import but not
// assign those of another; and the decoder's loop is unrolled by hand, since it is the innermost one and keeps that state in locals.

import {
  ALPHABET_DISTANCES,
  ALPHABET_LITERALS,
  ALPHABET_PRECODE,
  BASE,
  buildTable,
  END,
  fixedLengths,
  LINK,
  LITERAL,
  prepareMeanings,
} from './inflate-table'
import {
  DISTANCE_BITS,
  DISTANCE_ENTRIES,
  DISTANCES,
  FIXED_DISTANCES,
  FIXED_LITERALS,
  LENGTHS,
  LITERAL_BITS,
  LITERAL_ENTRIES,
  LITERALS,
  PRECODE_BITS,
  PRECODES,
} from './layout-pack'

/** Beyond the output's end this much may be written: a match is copied in whole blocks. The caller leaves it free. */
const MAX_MATCH: usize = 258

let bitBuffer: u64 = 0
let bitCount: u32 = 0
let from: usize = 0
let limit: usize = 0

/** At least 56 bits are there afterwards; past the input's end come whatever bytes lie there, which `tooFar` notices. */
// @ts-ignore: decorator
@inline
function refill(): void {
  bitBuffer |= load<u64>(from) << bitCount
  from += (63 - bitCount) >> 3
  bitCount |= 56
}

// @ts-ignore: decorator
@inline
function take(count: u32): u32 {
  const bits = <u32>bitBuffer & ((1 << count) - 1)
  bitBuffer >>= count
  bitCount -= count
  return bits
}

/** More bits were used than there are. */
// @ts-ignore: decorator
@inline
function tooFar(): bool {
  return from - (bitCount >> 3) > limit
}

/** Once, before the first `inflate`: the tables of the fixed code. */
export function prepareInflate(state: usize): void {
  prepareMeanings(state)
  fixedLengths(state)
  buildTable(state, state + LENGTHS, 288, ALPHABET_LITERALS, state + FIXED_LITERALS, LITERAL_BITS, <u32>LITERAL_ENTRIES)
  memory.fill(state + LENGTHS, 5, 32)
  buildTable(state, state + LENGTHS, 32, ALPHABET_DISTANCES, state + FIXED_DISTANCES, DISTANCE_BITS, <u32>DISTANCE_ENTRIES)
}

/** In which order the lengths of the code for lengths come: RFC 1951, 3.2.7; five bits each, 12 to a word. */
// @ts-ignore: decorator
@inline
function precodeOrder(i: u32): u32 {
  //   16 17 18 0 8 7 9 6 10 5 11 4
  const first: u64 =
    16 | (17 << 5) | (18 << 10) | (8 << 20) | (7 << 25) | (<u64>9 << 30) | (<u64>6 << 35) | (<u64>10 << 40) |
    (<u64>5 << 45) | (<u64>11 << 50) | (<u64>4 << 55)
  //   12 3 13 2 14 1 15
  const rest: u64 = 12 | (3 << 5) | (13 << 10) | (2 << 15) | (14 << 20) | (1 << 25) | (<u64>15 << 30)
  return <u32>((i < 12 ? first >> (i * 5) : rest >> ((i - 12) * 5)) & 31)
}

/** Reads the two codes that stand at the head of a block. */
function readCodes(state: usize): bool {
  refill()
  const literals = take(5) + 257
  const distances = take(5) + 1
  const precodes = take(4) + 4
  if (literals > 286 || distances > 30) return false
  const lengths = state + LENGTHS
  store<u64>(lengths, 0)
  store<u64>(lengths, 0, 8)
  store<u32>(lengths, 0, 16)
  for (let i: u32 = 0; i < precodes; i++) {
    if (bitCount < 3) refill()
    store<u8>(lengths + precodeOrder(i), <u8>take(3))
  }
  if (!buildTable(state, lengths, 19, ALPHABET_PRECODE, state + PRECODES, PRECODE_BITS, 128)) return false
  const all = literals + distances
  for (let i: u32 = 0; i < all; ) {
    refill()
    const entry = load<u32>(state + PRECODES + (<usize>(<u32>bitBuffer & 127) << 2))
    if (entry === 0) return false
    take(entry & 15)
    const symbol = entry >> 16
    if (symbol < 16) {
      store<u8>(lengths + i, <u8>symbol)
      i++
      continue
    }
    let repeat: u32
    let value: u8 = 0
    if (symbol === 16) {
      if (i === 0) return false
      value = load<u8>(lengths + i - 1)
      repeat = 3 + take(2)
    } else if (symbol === 17) repeat = 3 + take(3)
    else repeat = 11 + take(7)
    if (i + repeat > all) return false
    // Runs are short, and what is written beyond is written over.
    for (let at: u32 = 0; at < repeat; at += 16) v128.store(lengths + i + at, i8x16.splat(value))
    i += repeat
    if (tooFar()) return false
  }
  // A block needs an end.
  if (load<u8>(lengths + 256) === 0) return false
  return (
    buildTable(state, lengths + literals, distances, ALPHABET_DISTANCES, state + DISTANCES, DISTANCE_BITS, <u32>DISTANCE_ENTRIES) &&
    buildTable(state, lengths, literals, ALPHABET_LITERALS, state + LITERALS, LITERAL_BITS, <u32>LITERAL_ENTRIES)
  )
}

/** How many bytes the latest `inflateWithin` gave. */
export let inflatedSize: usize = 0

/**
 * Inflates the zlib stream at `input` (its last byte before `end`) to exactly `size` bytes at `output`. Returns the bytes of input used, the checksum's
 * four included; 0 where it is damaged, or has another length. Reads up to 8 bytes past `end`, writes up to 274 past the output's end.
 *
 * The checksum is not looked at: whoever has none of the packed bytes compares it with `adler32`.
 */
export function inflate(state: usize, input: usize, end: usize, output: usize, size: usize): usize {
  return inflateStream(state, input, end, output, output + size) === output + size ? usedOf(input, end) : 0
}

/** As `inflate`, to as many bytes as there are (`inflatedSize`), at most `room`. */
export function inflateWithin(state: usize, input: usize, end: usize, output: usize, room: usize): usize {
  const outEnd = inflateStream(state, input, end, output, output + room)
  inflatedSize = outEnd - output
  return outEnd === 0 ? 0 : usedOf(input, end)
}

/** The checksum's bytes have to be there too. */
function usedOf(input: usize, end: usize): usize {
  const used = from - (bitCount >> 3)
  return used + 4 > end ? 0 : used + 4 - input
}

/** Where the output ends afterwards, or 0. */
function inflateStream(state: usize, input: usize, end: usize, output: usize, outEnd: usize): usize {
  if (input + 6 > end) return 0
  const header = (<u32>load<u8>(input) << 8) | load<u8>(input, 1)
  // Deflate, a window of at most 32 KiB, no dictionary: RFC 1950, 2.2.
  if ((header & 0x8f20) !== 0x0800 || header % 31 !== 0) return 0
  bitBuffer = 0
  bitCount = 0
  from = input + 2
  limit = end
  let out = output
  let last: u32
  do {
    refill()
    last = take(1)
    const kind = take(2)
    if (kind === 0) {
      // Whole bytes: those in the bit buffer are given back.
      from -= bitCount >> 3
      bitBuffer = 0
      bitCount = 0
      if (from + 4 > end) return 0
      const length = <usize>load<u16>(from)
      if ((load<u16>(from) ^ 0xffff) !== load<u16>(from, 2)) return 0
      from += 4
      if (from + length > end || out + length > outEnd) return 0
      memory.copy(out, from, length)
      from += length
      out += length
      continue
    }
    if (kind === 3) return 0
    if (kind === 2 && !readCodes(state)) return 0
    out =
      kind === 1
        ? inflateBlock(state + FIXED_LITERALS, state + FIXED_DISTANCES, output, out, outEnd)
        : inflateBlock(state + LITERALS, state + DISTANCES, output, out, outEnd)
    if (out === 0) return 0
  } while (last === 0)
  return out
}

/** Where the output ends afterwards, or 0. */
function inflateBlock(literals: usize, distances: usize, output: usize, start: usize, outEnd: usize): usize {
  let out = start
  let bits = bitBuffer
  let count = bitCount
  let at = from
  const stop = limit + 8
  const literalMask: u64 = (1 << LITERAL_BITS) - 1
  const distanceMask: u64 = (1 << DISTANCE_BITS) - 1
  while (true) {
    if (at > stop) return 0
    bits |= load<u64>(at) << count
    at += (63 - count) >> 3
    count |= 56
    let entry = load<u32>(literals + (<usize>(bits & literalMask) << 2))
    if (entry & LITERAL) {
      // Up to three literals of at most ten bits each, and there are 56.
      bits >>= entry & 15
      count -= entry & 15
      if (out >= outEnd) return 0
      store<u8>(out++, <u8>(entry >> 16))
      entry = load<u32>(literals + (<usize>(bits & literalMask) << 2))
      if (entry & LITERAL) {
        bits >>= entry & 15
        count -= entry & 15
        if (out >= outEnd) return 0
        store<u8>(out++, <u8>(entry >> 16))
        entry = load<u32>(literals + (<usize>(bits & literalMask) << 2))
        if (entry & LITERAL) {
          bits >>= entry & 15
          count -= entry & 15
          if (out >= outEnd) return 0
          store<u8>(out++, <u8>(entry >> 16))
          continue
        }
        // A link, a length with its extra bits and a distance with its own need 48.
        bits |= load<u64>(at) << count
        at += (63 - count) >> 3
        count |= 56
      } else {
        bits |= load<u64>(at) << count
        at += (63 - count) >> 3
        count |= 56
      }
    }
    if (entry & LINK) {
      bits >>= entry & 15
      count -= entry & 15
      entry = load<u32>(literals + (<usize>((entry >> 16) + (<u32>bits & ((1 << ((entry >> 8) & 15)) - 1))) << 2))
      if (entry & LITERAL) {
        bits >>= entry & 15
        count -= entry & 15
        if (out >= outEnd) return 0
        store<u8>(out++, <u8>(entry >> 16))
        continue
      }
    }
    if (!(entry & BASE)) {
      if (!(entry & END)) return 0
      bits >>= entry & 15
      count -= entry & 15
      break
    }
    bits >>= entry & 15
    let extra = (entry >> 4) & 15
    let length = <usize>((entry >> 16) + (<u32>bits & ((1 << extra) - 1)))
    bits >>= extra
    count -= (entry & 15) + extra

    entry = load<u32>(distances + (<usize>(bits & distanceMask) << 2))
    if (entry & LINK) {
      bits >>= entry & 15
      count -= entry & 15
      entry = load<u32>(distances + (<usize>((entry >> 16) + (<u32>bits & ((1 << ((entry >> 8) & 15)) - 1))) << 2))
    }
    if (!(entry & BASE)) return 0
    bits >>= entry & 15
    extra = (entry >> 4) & 15
    const distance = <usize>((entry >> 16) + (<u32>bits & ((1 << extra) - 1)))
    bits >>= extra
    count -= (entry & 15) + extra

    if (distance > out - output || length > outEnd - out) return 0
    let source = out - distance
    const copyEnd = out + length
    if (distance >= 16) {
      do {
        v128.store(out, v128.load(source))
        source += 16
        out += 16
      } while (out < copyEnd)
    } else if (distance === 1) {
      const same = i8x16.splat(load<i8>(source))
      do {
        v128.store(out, same)
        out += 16
      } while (out < copyEnd)
    } else if (distance >= 8) {
      do {
        store<u64>(out, load<u64>(source))
        source += 8
        out += 8
      } while (out < copyEnd)
    } else {
      do {
        store<u8>(out++, load<u8>(source++))
      } while (out < copyEnd)
    }
    out = copyEnd
  }
  bitBuffer = bits
  bitCount = count
  from = at
  if (tooFar()) return 0
  return out
}

/** Slack that callers leave behind an output. */
export const INFLATE_SLACK: usize = MAX_MATCH + 16
