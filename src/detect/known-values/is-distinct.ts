import { isCommonDefault } from '../dotenv/is-common-default.ts'

/** Shorter values turn up in other files by chance: a password of seven characters is a word or a number to everybody else. */
const SHORTEST = 8
/** Names and words of people: `elephant`, `my-app-prod`. */
const WORDS = /^[A-Za-z]+(?:[-_. ][A-Za-z]+)*$/
/** From here on letters alone are no name that anything else has. */
const LONG = 20

/** Is this the value wherever it stands, or may it stand there by chance? */
export function isDistinct(value: string): boolean {
  return value.length >= SHORTEST && !isCommonDefault(value) && (value.length >= LONG || !WORDS.test(value))
}
