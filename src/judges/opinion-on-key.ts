import type { Opinion } from '../types.ts'
import { entropyOf } from './entropy-of.ts'
import { entropyVerdict } from './entropy-verdict.ts'
import { isBase64OfWords } from './is-base64-of-words.ts'
import { isDisguised } from './is-disguised.ts'
import { isMashed } from './is-mashed.ts'
import { isRandom } from './is-random.ts'
import { isUuid } from './is-uuid.ts'
import { isWritten } from './is-written.ts'
import { writtenBits } from './written-bits.ts'

/** Shorter ones are not told from abbreviations. */
export const SHORTEST_KEY = 12
const SHORTEST_MADE = 16
const SHORTEST_LETTERS = 24
const MADE_LETTERS = -0.5
/** Bits a character above which words have a part in it: half of what random text has (see is-random.ts). */
const HALF_WORDS = -0.4
/** Under this many bits a character a key of 16 characters and more has too few different ones to be random. */
const POOR = 2.8

const HEX_KEY = /^(?:[0-9a-f]{24,}|[0-9A-F]{24,})$/

/** Each two of them a letter, digit or sign: of random ones no third is. */
const HEX_OF_TEXT = /^(?:[2-6][0-9a-f]|7[0-9a-e]|0a){12,}$/i

/** `app-OtTr…`: what a vendor puts before letters of both cases. */
const PREFIX = /^[a-z]{2,8}[-_](?=[a-z]*[A-Z][A-Z]*[a-z])/

/** Letters alone say less than letters and digits; many of them enough. */
function isMade(value: string): boolean {
  // Six letters make words by chance: of hex only its length tells.
  if (HEX_KEY.test(value) && /[0-9].*[0-9].*[0-9].*[0-9]/.test(value)) return true
  if (/[0-9]/.test(value)) return value.length >= SHORTEST_MADE && isRandom(value)
  const body = value.replace(PREFIX, '')
  return body.length >= SHORTEST_LETTERS && !/[^A-Za-z]/.test(body) && writtenBits(body) <= MADE_LETTERS * body.length
}

/** Half words, half not: identifiers with a number, names of products, short codes. */
function isHalfWords(value: string): boolean {
  return writtenBits(value) > HALF_WORDS * value.length || (!isRandom(value) && !/[0-9]/.test(value))
}

/** Was a key made by a machine? */
export function opinionOnKey(value: string): Opinion {
  const verdict = entropyVerdict(value)
  if (isUuid(value)) return { says: 'raise', verdict, why: 'a value made by a machine' }
  if (isWritten(value)) return { says: 'drop', verdict: { written: true }, why: 'words, not a made value' }
  if (/\s/.test(value)) return { says: 'drop', verdict: { written: true }, why: 'a text with spaces' }
  if (value.length < SHORTEST_KEY) return { says: 'drop', verdict, why: 'too short for a key' }
  if (isBase64OfWords(value)) return { says: 'lower', verdict: { written: true }, why: 'base64 of words' }
  if (HEX_OF_TEXT.test(value)) return { says: 'lower', verdict: { written: true }, why: 'hex digits of a text' }
  if (value.length >= SHORTEST_MADE && entropyOf(value) < POOR) {
    return { says: 'doubt', verdict, why: 'few different characters' }
  }
  if (isMashed(value)) return { says: 'lower', verdict, why: 'typed at random' }
  if (isDisguised(value)) return { says: 'note', verdict: { written: true }, why: 'words in other letters' }
  if (isMade(value)) return { says: 'raise', verdict, why: 'a value made by a machine' }
  if (isHalfWords(value)) return { says: 'lower', verdict, why: 'not clearly a made value' }
  return { says: 'note', verdict, why: 'looks like a made value' }
}
