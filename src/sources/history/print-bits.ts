/** So many bits that of a thousand secrets one at most is taken for another. */
const DIGITS = 5
const BITS = 16 ** DIGITS

/** A bit for each fingerprint, by its first digits, on memory that threads share. */
export function printBits(): Int32Array {
  return new Int32Array(new SharedArrayBuffer(BITS / 8))
}

/** For progress: has no thread met this fingerprint before? */
export function isNewPrint(bits: Int32Array, print: string): boolean {
  const bit = Number.parseInt(print.slice(0, DIGITS), 16)
  const mask = 1 << (bit & 31)
  return (Atomics.or(bits, bit >>> 5, mask) & mask) === 0
}
