import { inPlainLetters } from './in-plain-letters.ts'
import { isTrivial } from './is-trivial.ts'

/** `pass01;pass02`. */
const LIST = /(?<=\w)[;,|](?=\w)/
const AT_THE_END = /[0-9]{1,6}[^A-Za-z0-9]{0,3}$/

/** `password123`, `P@ssw0rd!`, `Adm1n2024`: the first that anybody tries, and yet in use. */
export function isGuessable(value: string): boolean {
  return value.split(LIST).every(isOne)
}

/** `123123`. */
const TWICE = /^(\d{2,4})\1$/

function isOne(value: string): boolean {
  return TWICE.test(value) || isTrivial(inPlainLetters(value.replace(/\\/g, '').replace(AT_THE_END, '')))
}
