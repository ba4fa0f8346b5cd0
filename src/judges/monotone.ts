import type { Case, Judge } from '../types.ts'
import { base64Text } from './base64-text.ts'
import { isComplex } from './is-complex.ts'
import { isGeneric } from './is-generic.ts'
import { isSetWeak } from './is-set-weak.ts'
import { nameKind } from './name-kind.ts'
import { secretOf } from './secret-of.ts'

/** Runs that people type when they need any value: digits, alphabet, keyboard rows, each also backwards and with its start repeated. */
const ROWS = ['0123456789', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', '1qaz2wsx3edc4rfv']
/** The digits with shift held down. */
const SIGNS = /!@?#\$%\^&\*\(/
const FORWARD = ROWS.map(row => row + row)
const TYPED = [...FORWARD, ...FORWARD.map(row => [...row].reverse().join(''))]

/** Of a random value this share is never reached: its typed runs of three or more are a tenth of it at most. */
const TYPED_SHARE = 0.6
/** Sorted first, random text has more of them by chance. */
const MIXED_SHARE = 0.9
const SHORTEST_RUN = 4
/** A unit repeated: 'abcabcabc', 'deadbeefdeadbeef'. Longer units repeat in nothing that a person would call a placeholder. */
const LONGEST_UNIT = 12
/** Fewer distinct characters than this in a long value: `aaaabbbb`, `0000-0000-0001`. */
const FEW_CHARACTERS = 4
const LONG = 12
/** Who types a longer one has shown by then that it was typed; and no value that was made begins so. */
const ENOUGH = 400

const SEPARATORS = /[^A-Za-z0-9]+/g

/** Value without what vendors put in front, so that `sk_test_000000` is seen for what it is. */
function behindPrefix(value: string): string {
  const afterPrefix = /^(?:[A-Za-z]{2,12}[-_](?:[A-Za-z]{2,10}[-_]){0,2})(?=.{8})/.exec(value)
  return afterPrefix ? value.slice(afterPrefix[0].length) : value
}

/** How many characters stand in runs that continue a row of the keyboard, the alphabet or the digits, or repeat one character. */
function typedCharacters(text: string): number {
  let typed = 0
  for (let at = 0; at < text.length; ) {
    let longest = 1
    while (at + longest < text.length && text[at + longest] === text[at]) longest++
    for (const row of TYPED) {
      const start = row.indexOf(text[at]!)
      if (start < 0) continue
      let run = 1
      while (run < row.length - start && at + run < text.length && text[at + run] === row[start + run]) run++
      if (run > longest) longest = run
    }
    if (longest >= SHORTEST_RUN) typed += longest
    at += longest
  }
  return typed
}

function repeatedUnit(text: string): boolean {
  for (let unit = 1; unit <= LONGEST_UNIT && unit * 3 <= text.length; unit++) {
    let same = unit
    while (same < text.length && text[same] === text[same - unit]) same++
    if (same === text.length) return true
  }
  return false
}

/** `AABBCCDDEEFF` */
function isTypedTwice(text: string): boolean {
  const once = text.replace(/(.)\1/g, '$1')
  return once.length * 2 === text.length && typedCharacters(once) === once.length
}

/** The value was typed, not made: one character, a short unit again and again, a run of the keyboard. */
export const monotone: Judge = one => {
  const written = secretOf(one)
  // Of a row of digits base64 is a row too, if not for the eye.
  const value = (isGeneric(one) && base64Text(written)) || written
  const body = behindPrefix(value.slice(0, ENOUGH))
  const text = body.replace(SEPARATORS, '').toLowerCase()
  if (SIGNS.test(value)) return dropped('a row of signs')
  // Mostly of other characters: a password, or a row of stars.
  if (text.length * 2 < body.length) return /^(.)\1*$/.test(value) ? dropped('of one character') : undefined
  if (new Set(text).size === 1) return dropped('every character the same')
  if (text.length >= LONG && new Set(text).size < FEW_CHARACTERS) return dropped('of very few characters')
  if (text.length >= LONG && typedCharacters(text.replace(/(.)\1/g, '$1')) * 2 >= text.length)
    return dropped('a row, each twice')
  // `111222333444`: a row, each as often as somebody liked.
  const once = text.replace(/(.)\1+/g, '$1')
  if (text.length >= LONG && once.length * 2 <= text.length && typedCharacters(once) >= once.length * MIXED_SHARE)
    return dropped('a row, each some times')
  if (value.split('-').some(group => group.length >= LONG && repeatedUnit(group.toLowerCase())))
    return dropped('a short unit repeated')
  if (repeatedUnit(text)) return dropped('a short unit repeated')
  if ((typedCharacters(text) >= text.length * TYPED_SHARE || isTypedTwice(text)) && !isSetPassword(one, value))
    return dropped('a run of the keyboard or alphabet')
  // `abc1def2ghi3`: letters and digits each go on where they were left.
  const sorted = text.replace(/[0-9]+/g, '') + text.replace(/[^0-9]+/g, '')
  if (text.length >= LONG && typedCharacters(sorted) >= text.length * MIXED_SHARE)
    return dropped('runs of the alphabet')
  return undefined
}

/** `qwe123asd`, `zaq12wsx`: three runs and more, as people make it who are told to take digits too. `qwerty123` is everybody's. */
const WALK = /^(?=.{8,24}$)(?!1q2w|1qaz2wsx$)[A-Za-z]*(?:[0-9]+[A-Za-z]+){1,8}[0-9]*[!#@$*.]?$/
const RUNS = /[0-9]+|[A-Za-z]+/g

function isWalk(value: string): boolean {
  return WALK.test(value) && (value.match(RUNS) ?? []).length > 2
}

/** Not `abcd1234`, which stands for any value. */
const ROW_OF_LETTERS = /^(?:qwert[yz]?|asdfg?|[yz]xcvb?)/i

/** `Qwerty!2345`: people take the keyboard for passwords too. */
function isSetPassword(one: Case, value: string): boolean {
  const { name, user, command, login, option } = one.match.parts
  const isPassword =
    name === undefined ? (user ?? command ?? login ?? option) !== undefined : nameKind(name) === 'password'
  return (
    isGeneric(one) &&
    isPassword &&
    (isComplex(value) || isWalk(value) || (ROW_OF_LETTERS.test(value) && isSetWeak(one, value)))
  )
}

function dropped(what: string) {
  return { says: 'drop', verdict: { placeholder: true }, why: `placeholder: ${what}` } as const
}
