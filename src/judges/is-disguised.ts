import { inPlainLetters } from './in-plain-letters.ts'
import { writtenBits } from './written-bits.ts'

/** Bits from which on a text counts as written, in all and a character: random text of 16 characters and more gets there in one of 5000 cases. */
const WRITTEN = 8
const WRITTEN_EACH = 0.5
const SEPARATORS = /[^A-Za-z]+/g
const HEX = /^[0-9a-f]*$/i

/** `AmAz0n+SqSsEcReT`, `T3rr@f0rmP@ssword`: words, in whatever case and with digits and signs for letters. */
export function isDisguised(value: string): boolean {
  if (HEX.test(value)) return false
  const bits = writtenBits(inPlainLetters(value).toLowerCase().replace(SEPARATORS, ' ').trim())
  return bits >= Math.max(WRITTEN, WRITTEN_EACH * value.length)
}
