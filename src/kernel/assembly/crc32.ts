/** Slices of 256 u32 each. */
// @ts-ignore: decorator
@inline export const CRC_TABLE_BYTES: usize = 8 * 1024

export function prepareCrc32(table: usize): void {
  for (let i: u32 = 0; i < 256; i++) {
    let crc = i
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
    store<u32>(table + (<usize>i << 2), crc)
  }
  for (let i: u32 = 256; i < 2048; i++) {
    const before = load<u32>(table + (<usize>(i - 256) << 2))
    store<u32>(table + (<usize>i << 2), (before >>> 8) ^ load<u32>(table + (<usize>(before & 0xff) << 2)))
  }
}

/** CRC-32 as zlib's, eight bytes at a time; `crc` is that of what came before, or 0. */
export function crc32(table: usize, at: usize, end: usize, crc: u32): u32 {
  let c = ~crc
  for (; at + 8 <= end; at += 8) {
    const low = load<u32>(at) ^ c
    const high = load<u32>(at, 4)
    c =
      load<u32>(table + ((low & 0xff) << 2), 7 * 1024) ^
      load<u32>(table + (((low >>> 8) & 0xff) << 2), 6 * 1024) ^
      load<u32>(table + (((low >>> 16) & 0xff) << 2), 5 * 1024) ^
      load<u32>(table + ((low >>> 24) << 2), 4 * 1024) ^
      load<u32>(table + ((high & 0xff) << 2), 3 * 1024) ^
      load<u32>(table + (((high >>> 8) & 0xff) << 2), 2 * 1024) ^
      load<u32>(table + (((high >>> 16) & 0xff) << 2), 1024) ^
      load<u32>(table + ((high >>> 24) << 2))
  }
  for (; at < end; at++) c = load<u32>(table + (((c ^ load<u8>(at)) & 0xff) << 2)) ^ (c >>> 8)
  return ~c
}

const MODULUS: u32 = 65521
/** So many bytes may be summed before a 32-bit sum could run over: zlib's NMAX. */
const MOST: usize = 5552

/** Adler-32 of a text: RFC 1950, 8.2. */
export function adler32(at: usize, end: usize): u32 {
  let a: u32 = 1
  let b: u32 = 0
  while (at < end) {
    const stop = min(at + MOST, end)
    for (; at < stop; at++) {
      a += load<u8>(at)
      b += a
    }
    a %= MODULUS
    b %= MODULUS
  }
  return (b << 16) | a
}
