/** A set of bytes as one 256-bit integer: bit n stands for byte n. Patterns run over latin1 text, so a character is a byte. */
export type ByteSet = bigint

export const NO_BYTES: ByteSet = 0n
export const ALL_BYTES: ByteSet = (1n << 256n) - 1n

export function byteRange(first: number, last: number): ByteSet {
  return first > last ? NO_BYTES : ((1n << BigInt(last - first + 1)) - 1n) << BigInt(first)
}

function bytesOf(text: string): ByteSet {
  let set = NO_BYTES
  for (const character of text) set |= 1n << BigInt(character.charCodeAt(0))
  return set
}

export function withoutBytes(set: ByteSet, removed: ByteSet): ByteSet {
  return set & (ALL_BYTES ^ removed)
}

export function listBytes(set: ByteSet): number[] {
  const bytes: number[] = []
  for (let byte = 0, rest = set; rest !== 0n; byte++, rest >>= 1n) if ((rest & 1n) === 1n) bytes.push(byte)
  return bytes
}

const UPPER = byteRange(0x41, 0x5a)
const LOWER = byteRange(0x61, 0x7a)

/**
 * Both cases of every ASCII letter in the set. What the `i` flag does to bytes above 0x7f never makes an ASCII byte of them
 * (ECMA-262 Canonicalize forbids it), and anchors are ASCII, so their folding does not matter here.
 */
export function foldCase(set: ByteSet): ByteSet {
  return set | ((set & UPPER) << 32n) | ((set & LOWER) >> 32n)
}

export const WORD_BYTES: ByteSet = UPPER | LOWER | byteRange(0x30, 0x39) | bytesOf('_')
export const DIGIT_BYTES: ByteSet = byteRange(0x30, 0x39)
/** What `\s` is lowered to: `[\t-\r ]`. */
export const SPACE_BYTES: ByteSet = byteRange(0x09, 0x0d) | bytesOf(' ')
export const LINE_END_BYTES: ByteSet = bytesOf('\n\r')
