const MASK = 0xffff_ffffn

/**
 * Marvin32 of some bytes, as Microsoft's identifiable keys use it: both halves of the 64-bit state, one XOR the other.
 * https://github.com/microsoft/security-utilities (documents the seeds); the algorithm is that of .NET's string hashing.
 */
export function marvin32(bytes: Uint8Array, seed: bigint): number {
  let low = Number(seed & MASK)
  let high = Number(seed >> 32n)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  let offset = 0
  for (; offset + 4 <= bytes.length; offset += 4) mix(view.getUint32(offset, true))
  let tail = 0x80
  for (let index = bytes.length - 1; index >= offset; index--) tail = (tail << 8) | bytes[index]!
  mix(tail >>> 0)
  mix(0)
  return (low ^ high) >>> 0

  function mix(word: number): void {
    low = (low + word) >>> 0
    high ^= low
    low = (rotate(low, 20) + high) >>> 0
    high = rotate(high, 9) ^ low
    low = (rotate(low, 27) + high) >>> 0
    high = rotate(high, 19)
  }
}

function rotate(word: number, bits: number): number {
  return ((word << bits) | (word >>> (32 - bits))) >>> 0
}
