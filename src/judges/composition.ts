import type { Case, Judge, Opinion } from '../types.ts'
import { hasCredentials } from './has-credentials.ts'
import { isChosenToken } from './is-chosen-token.ts'
import { isCode } from './is-code.ts'
import { isComplex } from './is-complex.ts'
import { isGeneric } from './is-generic.ts'
import { isOwnKeyName } from './is-own-key-name.ts'
import { isPassphrase } from './is-passphrase.ts'
import { isPhrase } from './is-phrase.ts'
import { isPlainSettings } from './is-plain-settings.ts'
import { isShellName } from './is-shell-name.ts'
import { isToolFile } from './is-tool-file.ts'
import { isUuid } from './is-uuid.ts'
import { nameKind } from './name-kind.ts'
import { opinionOnKey, SHORTEST_KEY } from './opinion-on-key.ts'
import { opinionOnPassword } from './opinion-on-password.ts'
import { positionOf } from './position-of.ts'
import { secretOf } from './secret-of.ts'

/** Nobody chooses a shorter one for a key that a program signs with. */
const SHORTEST_CHOSEN = 8

function isSetting(path = '', name: string): boolean {
  return isPlainSettings(path) || isToolFile(path) || (path !== '' && isShellName(name) && !isCode(path))
}

/** Set for a program to run with, not named in passing. Whatever its length, nobody sets a secret in a `.env` or its like for nothing. */
function isSetSecret({ match: { rule }, path }: Case, name: string, value: string): boolean {
  // Of an address its password is left, or a parameter.
  if (rule.kind === 'dotenv' && /(?:dsn|ur[il])$/i.test(name)) return !value.includes('://')
  if (rule.kind === 'dotenv') return /secret|jwt|pepper|(?:^|_)(?:auth|creds?|credentials?|login|userpwd)$/i.test(name)
  if (!/secret/i.test(name) || !isSetting(path, name)) return false
  return value.length < SHORTEST_KEY || isPhrase(value) || (isOwnKeyName(name) && /^[A-Za-z]+$/.test(value))
}

/** `jwtSecret: 'walnut84'`: people choose those too, and nothing else is called so and has letters and digits. What is long has no separators: names do. */
function isChosenSecret(name: string, value: string): boolean {
  return (
    (isOwnKeyName(name) || (/credentials?$/i.test(name) && isComplex(value))) &&
    value.length >= SHORTEST_CHOSEN &&
    (value.length < SHORTEST_KEY || isComplex(value) || !/[^A-Za-z0-9]/.test(value)) &&
    /[A-Za-z]{3}.*\d|\d.*[A-Za-z]{3}/.test(value)
  )
}

/** `jwt.sign(user, 'hazel-otter-lantern')`, `secret: 'hazel-otter-lantern'`: where a key is asked for, people put what they would take for a password. */
function isChosenKey({ rule, parts }: Case['match'], value: string): boolean {
  if (parts.name !== undefined) return isOwnKeyName(parts.name) && isPassphrase(value)
  if (rule.checksum !== undefined) return false
  return isPassphrase(value) || (value.length < SHORTEST_KEY && isComplex(value))
}

/** The words of a wallet: the samples of documentation repeat one word. */
function opinionOnPhrase(value: string): Opinion {
  const words = value.trim().split(/\s+/)
  const different = new Set(words).size
  return different * 2 < words.length
    ? { says: 'drop', verdict: { placeholder: true }, why: 'placeholder: one word again and again' }
    : { says: 'note', verdict: { words: words.length }, why: `${words.length} words, ${different} of them different` }
}

/** Where nothing but the value stands, the rule says what it is: `lone-secret-password`. */
function nameOfWholeFile({ match: { rule } }: Case): string {
  return rule.kind === 'whole-file' ? rule.id : ''
}

/** Was the value made by a machine, or written by a person? Of passwords less is asked than of keys. */
export const composition: Judge = one => {
  const { match } = one
  const value = secretOf(one)
  if (!isGeneric(one) || hasCredentials(value)) return undefined
  const { name, user, login, option, command } = match.parts
  // What stands after a user's name or a command's option for it is a password; what has no name at all was found by a form of its own, like a header's,
  // or is all that its file holds.
  const isLogin = name === undefined && (user ?? login ?? option ?? command) !== undefined
  const called = name ?? (isLogin ? '' : nameOfWholeFile(one))
  const kind = isLogin ? 'password' : nameKind(called)
  if (kind === 'phrase' && /\s/.test(value)) return opinionOnPhrase(value)
  if (kind !== 'password' && isUuid(value)) return opinionOnKey(value)
  return kind === 'password' ||
    isSetSecret(one, called, value) ||
    (match.rule.kind === 'dotenv' && isChosenToken(called, value)) ||
    isChosenSecret(called, value) ||
    isChosenKey(match, value)
    ? opinionOnPassword(value, match, positionOf(one))
    : opinionOnKey(value)
}
