import type { Case, Judge, Opinion } from '../types.ts'
import { base64Text } from './base64-text.ts'
import { echoesUser } from './echoes-user.ts'
import { entropyOf } from './entropy-of.ts'
import { hasCredentials } from './has-credentials.ts'
import { isCode } from './is-code.ts'
import { isComplex } from './is-complex.ts'
import { isDisguised } from './is-disguised.ts'
import { isGeneric } from './is-generic.ts'
import { isGuessable } from './is-guessable.ts'
import { isMashed } from './is-mashed.ts'
import { isPassphrase } from './is-passphrase.ts'
import { isPhrase } from './is-phrase.ts'
import { isPlainSettings } from './is-plain-settings.ts'
import { isShellName } from './is-shell-name.ts'
import { isToolFile } from './is-tool-file.ts'
import { isUserToo } from './is-user-too.ts'
import { nameKind } from './name-kind.ts'
import { type Position, positionOf } from './position-of.ts'
import { secretOf } from './secret-of.ts'
import { writtenBits } from './written-bits.ts'

/** Bits from which on a text counts as written. One of a thousand random values of 16 lower-case letters gets there, of mixed ones none. */
const WRITTEN = 4
/** Bits a character below which a text counts as made by a machine: the median of random text is -1.4, of words +0.9. */
const MADE = -0.8
/** Shorter ones are not told from abbreviations. */
const SHORTEST_KEY = 12
const SHORTEST_MADE = 16
const SHORTEST_LETTERS = 24
const MADE_LETTERS = -0.5
const SHORTEST_CHOSEN = 8
/** `s3cret` stands in what Tomcat comes with. */
const SHORTEST_WEAK = 7
const SHORTEST_PASSWORD = 6
const SHORTEST_CERTAIN = 4
/** Under this many bits a character a key of 16 characters and more has too few different ones to be random. */
const POOR = 2.8

const SENTENCE = /\S\s+\S+\s+\S/
/** A question or label of a form. */
const LABEL = /^[A-Z][a-z]+(?: [A-Za-z]+)*[:?*]?$|[:?]$|\s\S.*[.!?]$/

/** `testing123` of FreeRADIUS, as it comes. */
const FOR_TESTS = /^(?:test|testing|demo|example|sample|dummy|changeme)\d{0,6}$/i

/** Of a user who is called so, `user: walnut84` is the password, and `appuser : walnut84`. */
const USER = /(?:user|login|uid)$/i

/** `change-existing-password-flow-2`, `password_hash_b64`, `passwordHashB64`: flags and fields. */
const ABOUT_A_SECRET =
  /^(?=[a-z])(?:[a-z0-9]+[-_.])*(?:password|passwd|secret|token|credential)s?(?=(?:[-_.][a-z0-9]+)*[-_.][a-z]{2,}(?![a-z0-9]))(?:[-_.][a-z0-9]+)+$|^(?:[a-z]+[A-Z][a-z]+|password|secret|token)(?:[A-Z][a-z]+)*(?:Hash|Hashed|Reset|Field|Input|Policy|Prompt|Type|Name|Url|Uri|Key|Id)[A-Za-z]{0,12}\d{0,3}$/

/** `my-smtp-password`. */
const SAYS_WHAT = /[-_.](?:password|passwd|pass|pwd|secret|token)$/i
/** `admin.oauth2.mobile-app-secret`: of a key of translations or settings digits are a part. */
const DOTTED = /^[a-z][a-z0-9]*(?:[.-][a-z0-9]+)+[.-](?:password|passwd|secret|token|key)$/
/** `prod-db-password-1`, `keychain.password.v1`. */
const NUMBERED = /^[A-Za-z]+(?:[-_.][A-Za-z]+)*[-_.](?:password|passwd|secret|token)[-_.]?v?\d{1,2}$/i

/** Names of functions may have a digit: `ssh2_auth_pubkey_file`. */
const SNAKE = /^[a-z]+\d?(?:_[a-z]+\d?)+_[a-z]+$/
/** Constants may end in one: `AUTHENTICATE_CRAMMD5`. */
const CONSTANT = /^[A-Z]{3,}(?:_[A-Z]{2,}){0,6}_[A-Z]{3,}\d?$/

function note(bits: number): { entropy: number } {
  return { entropy: Math.round(bits * 100) / 100 }
}

/** `supersecretjwtkey42`: longer than what stands for another value, and with a number. */
function isNumbered(value: string): boolean {
  return value.length >= SHORTEST_MADE && /[0-9]{2}/.test(value) && !OF_TESTS.test(value)
}

/** `welcome9527`: four digits that are no row of the keyboard. */
function isDated(value: string): boolean {
  return /(?<![0-9])(?!0123|1234|2345|4321|9876|(?:([0-9])\1{3}))[0-9]{4}$/.test(value) && !OF_TESTS.test(value)
}

const OF_TESTS = /test|example|sample|dummy|fake|demo|dev|local|change|default|placeholder|1234/i
const CHOSEN =
  /(?:secret|(?:jwt|signing|security|encryption|session|cookie|hmac)[_-]?(?:private|secret)?[_-]?key)(?:[_-]?(?:or[_-]?)?key)?$/i

/** `toor123`, `Welcome2024`: weak and yet set, where nothing else is asked of it. */
function isSetAnyway(value: string, position: Position): boolean {
  if (position !== 'tool' && position !== 'likely') return false
  return value.length >= (position === 'tool' ? SHORTEST_WEAK : SHORTEST_CHOSEN) && /[0-9]/.test(value)
}

function isSetting(path = '', name: string): boolean {
  return isPlainSettings(path) || isToolFile(path) || (path !== '' && isShellName(name) && !isCode(path))
}

/** `jwtSecret: 'walnut84'`: people choose those too, and nothing else is called so and has letters and digits. What is long has no separators: names do. */
function isChosenSecret(name: string, value: string): boolean {
  return (
    CHOSEN.test(name) &&
    value.length >= SHORTEST_CHOSEN &&
    (value.length < SHORTEST_KEY || isComplex(value) || !/[^A-Za-z0-9]/.test(value)) &&
    /[A-Za-z]{3}.*\d|\d.*[A-Za-z]{3}/.test(value)
  )
}

/** `jwt.sign(user, 'hazel-otter-lantern')`, `secret: 'hazel-otter-lantern'`: where a key is asked for, people put what they would take for a password. */
function isChosenKey(one: Case): boolean {
  const { rule, parts } = one.match
  const value = secretOf(one)
  if (parts.name !== undefined) return CHOSEN.test(parts.name) && isPassphrase(value)
  if (rule.checksum !== undefined) return false
  return isPassphrase(value) || (value.length < SHORTEST_KEY && isComplex(value))
}

function ofPassword(value: string, { parts, around, rule }: Case['match'], position: Position): Opinion | undefined {
  const { name = '', user = '' } = parts
  const certain = position === 'certain'
  const isDotenv = rule.kind === 'dotenv'
  const drop = (why: string): Opinion => ({ says: 'drop', verdict: { written: true }, why })
  const words = (why: string): Opinion => ({ says: certain ? 'lower' : 'drop', verdict: { written: true }, why })
  if (value.length < (certain ? SHORTEST_CERTAIN : SHORTEST_PASSWORD)) {
    return drop('too short for a password that protects anything')
  }
  if (value.toLowerCase() === name.toLowerCase()) return drop('the same as its name')
  if (echoesUser(user, value)) return drop("its user's name, and that it is a password")
  if (isPassphrase(value, position === 'name' ? 0 : 1)) {
    return { says: 'note', verdict: { written: true }, why: 'words, as people choose them' }
  }
  if (/\s/.test(value)) {
    if (LABEL.test(value) || (SENTENCE.test(value) && !isDotenv)) return words('a text for people')
    return { says: isDotenv ? 'note' : 'lower', verdict: { written: true }, why: 'words with spaces between' }
  }
  if (isOfWords(base64Text(value)) && SAYS_WHAT.test(base64Text(value)!)) return words('base64 of a name')
  const bits = writtenBits(value)
  const plain = /^_{0,2}[A-Za-z]+(?:[-_.:/,][A-Za-z]+)*[?:]?$/.test(value) || SNAKE.test(value)
  const joined = /[a-z][A-Z]|[-_.:/,]/.test(value)
  if (plain && joined && (bits >= WRITTEN || SAYS_WHAT.test(value))) {
    const isSecret = CHOSEN.test(name) && !/[^A-Za-z]/.test(value)
    const isSet = position === 'likely' || position === 'tool'
    if (!isSet || !(isSecret || isPhrase(value))) return words('a name made of words')
    return { says: 'note', verdict: { written: true }, why: 'words, where a service asks for its password' }
  }
  if (NUMBERED.test(value) || DOTTED.test(value) || ABOUT_A_SECRET.test(value)) return words('a name made of words')
  if (CONSTANT.test(value) && bits >= 0) return words('the name of a constant')
  if (value === user || (!USER.test(user) && isUserToo(value, around))) {
    return { says: 'doubt', verdict: { password: 'guessable' }, why: 'the same as the user or the database beside it' }
  }
  if (isGuessable(value)) {
    const isSet =
      !FOR_TESTS.test(value) &&
      (isComplex(value) ||
        isNumbered(value) ||
        isDated(value) ||
        (isDotenv && /[0-9]/.test(value) && !OF_TESTS.test(value)) ||
        isSetAnyway(value, position))
    const says = certain ? 'lower' : isSet ? 'note' : 'doubt'
    return { says, verdict: { password: 'guessable' }, why: 'a password that everybody tries first' }
  }
  if (plain && bits >= 0) {
    const says = position === 'likely' || position === 'tool' ? 'note' : 'lower'
    return { says, verdict: { written: true }, why: 'a password made of words' }
  }
  if (isMashed(value)) return { says: 'lower', verdict: note(entropyOf(value)), why: 'typed at random' }
  if (value.length >= SHORTEST_MADE && bits <= MADE * value.length && !isDisguised(value)) {
    return { says: 'raise', verdict: note(entropyOf(value)), why: 'a password made by a machine' }
  }
  return { says: 'note', verdict: note(entropyOf(value)), why: 'a password' }
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Of `user:password` another judge says what it is worth. */
function isOfWords(text: string | undefined): boolean {
  return text !== undefined && !text.includes(':') && writtenBits(text) >= 0
}

const HEX_KEY = /^(?:[0-9a-f]{24,}|[0-9A-F]{24,})$/

/** Letters alone say less than letters and digits; many of them enough. */
function isMade(value: string, bits: number): boolean {
  // Six letters make words by chance: of hex only its length tells.
  if (HEX_KEY.test(value) && /[0-9].*[0-9].*[0-9].*[0-9]/.test(value)) return true
  if (/[0-9]/.test(value)) return value.length >= SHORTEST_MADE && bits <= MADE * value.length
  return value.length >= SHORTEST_LETTERS && !/[^A-Za-z]/.test(value) && bits <= MADE_LETTERS * value.length
}

function ofKey(value: string): Opinion | undefined {
  const entropy = entropyOf(value)
  if (UUID.test(value)) return { says: 'raise', verdict: note(entropy), why: 'a value made by a machine' }
  const bits = writtenBits(value)
  if (bits >= WRITTEN) return { says: 'drop', verdict: { written: true }, why: 'words, not a made value' }
  if (/\s/.test(value)) return { says: 'drop', verdict: { written: true }, why: 'a text with spaces' }
  if (value.length < SHORTEST_KEY) return { says: 'drop', verdict: note(entropy), why: 'too short for a key' }
  if (isOfWords(base64Text(value))) return { says: 'lower', verdict: { written: true }, why: 'base64 of words' }
  if (value.length >= SHORTEST_MADE && entropy < POOR) {
    return { says: 'doubt', verdict: note(entropy), why: 'few different characters' }
  }
  if (isMashed(value)) return { says: 'lower', verdict: note(entropy), why: 'typed at random' }
  if (isDisguised(value)) return { says: 'note', verdict: { written: true }, why: 'words in other letters' }
  if (isMade(value, bits)) {
    return { says: 'raise', verdict: note(entropy), why: 'a value made by a machine' }
  }
  // Half words, half not: identifiers with a number, names of products, short codes.
  if (bits > (MADE / 2) * value.length || (bits > MADE * value.length && !/[0-9]/.test(value))) {
    return { says: 'lower', verdict: note(entropy), why: 'not clearly a made value' }
  }
  return { says: 'note', verdict: note(entropy), why: 'looks like a made value' }
}

/** The words of a wallet: the samples of documentation repeat one word. */
function ofPhrase(value: string): Opinion | undefined {
  const words = value.trim().split(/\s+/)
  const different = new Set(words).size
  return different * 2 < words.length
    ? { says: 'drop', verdict: { placeholder: true }, why: 'placeholder: one word again and again' }
    : { says: 'note', verdict: { words: words.length }, why: `${words.length} words, ${different} of them different` }
}

/** Where nothing but the value stands, the rule says what it is: `lone-secret-password`. */
function ofWholeFile({ match: { rule } }: Case): string | undefined {
  return rule.kind === 'whole-file' ? rule.id : undefined
}

/** Was the value made by a machine, or written by a person? Of passwords less is asked than of keys. */
export const composition: Judge = one => {
  if (!isGeneric(one) || hasCredentials(secretOf(one))) return undefined
  const { name, user, login, option, command } = one.match.parts
  const value = secretOf(one)
  // What stands after a user's name or a command's option for it is a password; what has no name at all was found by a form of its own, like a header's,
  // or is all that its file holds.
  const isLogin = (user ?? login ?? option ?? command) !== undefined
  const called = name ?? (isLogin ? undefined : ofWholeFile(one))
  const kind = called === undefined && isLogin ? 'password' : nameKind(called ?? '')
  if (kind === 'phrase' && /\s/.test(value)) return ofPhrase(value)
  // Whatever its length, nobody sets a secret in a `.env` or its like for nothing.
  const isDotenv = one.match.rule.kind === 'dotenv'
  const isSet =
    (isDotenv ? /secret|jwt|pepper|(?:^|_)auth$/i : /secret/i).test(called ?? '') &&
    (isDotenv || isSetting(one.path, called ?? ''))
  if (kind !== 'password' && UUID.test(value)) return ofKey(value)
  return kind === 'password' ||
    (isSet &&
      (isDotenv ||
        value.length < SHORTEST_KEY ||
        isPhrase(value) ||
        (CHOSEN.test(called ?? '') && /^[A-Za-z]+$/.test(value)))) ||
    isChosenSecret(called ?? '', value) ||
    isChosenKey(one)
    ? ofPassword(value, one.match, positionOf(one))
    : ofKey(value)
}
