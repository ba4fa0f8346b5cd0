import { isTrivial } from './is-trivial.ts'

const LOOKS_LIKE: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
}
/** `pass01;pass02`. */
const LIST = /(?<=\w)[;,|](?=\w)/
const AT_THE_END = /[0-9]{1,6}[^A-Za-z0-9]{0,3}$/

/** `password123`, `P@ssw0rd!`, `Adm1n2024`: the first that anybody tries, and yet in use. */
export function isGuessable(value: string): boolean {
  return value.split(LIST).every(isOne)
}

function isOne(value: string): boolean {
  const plain = value
    .replace(/\\/g, '')
    .replace(AT_THE_END, '')
    .replace(/[013457@$]/g, character => LOOKS_LIKE[character] ?? character)
  return isTrivial(plain)
}
