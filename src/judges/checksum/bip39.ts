import { BIP39_WORDS } from './bip39-words.ts'
import type { Check } from './check.ts'
import { sha256 } from './sha256.ts'

const LETTERS = 4
/** Bits of a word, and of all words together for each bit of the sum. */
const WORD_BITS = 11
const BITS_FOR_ONE = 33

let numbers: ReadonlyMap<string, number> | undefined

/** The number of a word in the list. Its first four letters are its own. */
function numberOf(word: string): number | undefined {
  numbers ??= new Map(
    Array.from({ length: BIP39_WORDS.length / LETTERS }, (_, index) => [
      BIP39_WORDS.slice(index * LETTERS, (index + 1) * LETTERS).trimEnd(),
      index,
    ]),
  )
  return numbers.get(word.slice(0, LETTERS))
}

/** Twelve to twenty-four words of the list, the last of which holds bits of a sum. https://github.com/bitcoin/bips/blob/master/bip-0039.mediawiki */
export const bip39: Check = secret => {
  const words = secret.trim().toLowerCase().split(/\s+/)
  if (words.length < 12 || words.length > 24 || words.length % 3 !== 0) return undefined
  const found = words.map(numberOf)
  // Other lists and languages are not known here.
  if (found.includes(undefined)) return undefined
  const bits = found.map(number => number!.toString(2).padStart(WORD_BITS, '0')).join('')
  const sumBits = bits.length / BITS_FOR_ONE
  const body = bits.slice(0, -sumBits)
  const bytes = Uint8Array.from(body.match(/.{8}/g) ?? [], byte => Number.parseInt(byte, 2))
  const sum = sha256(bytes)[0]!.toString(2).padStart(8, '0').slice(0, sumBits)
  return bits.endsWith(sum)
    ? {
        says: 'confirm',
        verdict: { checksum: 'valid', words: words.length },
        why: 'words of a wallet, their checksum is right',
      }
    : { says: 'doubt', verdict: { checksum: 'invalid' }, why: 'words of the list, but their checksum is wrong' }
}
