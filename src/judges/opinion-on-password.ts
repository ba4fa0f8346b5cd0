import type { Match, Opinion } from '../types.ts'
import { base64Text } from './base64-text.ts'
import { echoesUser } from './echoes-user.ts'
import { entropyVerdict } from './entropy-verdict.ts'
import { isBase64OfWords } from './is-base64-of-words.ts'
import { isCommentedOut } from './is-commented-out.ts'
import { isComplex } from './is-complex.ts'
import { isDisguised } from './is-disguised.ts'
import { isGuessable } from './is-guessable.ts'
import { isMashed } from './is-mashed.ts'
import { isOwnKeyName } from './is-own-key-name.ts'
import { isPassphrase } from './is-passphrase.ts'
import { isPhrase } from './is-phrase.ts'
import { isRandom } from './is-random.ts'
import { isUserToo } from './is-user-too.ts'
import { isWritten } from './is-written.ts'
import type { Position } from './position-of.ts'
import { withoutTerms } from './without-terms.ts'
import { writtenBits } from './written-bits.ts'

/** Longer than what people type, and than what stands for another value. */
const SHORTEST_MADE = 16
/** Where a password is likely, one of so many characters that has a digit is one. */
const SHORTEST_CHOSEN = 8
/** `s3cret` stands in what Tomcat comes with. */
const SHORTEST_WEAK = 7
/** Shorter ones protect nothing; where nothing else can stand, a few are set all the same. */
const SHORTEST_PASSWORD = 6
const SHORTEST_CERTAIN = 4

const SENTENCE = /\S\s+\S+\s+\S/
/** A question or label of a form. */
const LABEL = /^[A-Z][a-z]+(?: [A-Za-z]+)*[:?*]?$|[:?]$|\s\S.*[.!?]$/

/** `testing123` of FreeRADIUS, as it comes. */
const FOR_TESTS = /^(?:test|testing|demo|example|sample|dummy|changeme)\d{0,6}$/i

/** `test-webhook-secret-999`, `DemoPassPhrase123456`: it says what it is for. */
const SAYS_TEST = /^(?:[Tt]est|[Dd]emo|[Ss]ample|[Ee]xample|[Dd]ummy|[Ff]ake|[Mm]ock)(?:[-_. ]|[A-Z][a-z])/

const OF_TESTS = /test|example|sample|dummy|fake|demo|dev|local|change|default|placeholder|1234/i

/** Of a user who is called so, `user: walnut84` is the password, and `appuser : walnut84`. */
const USER = /(?:user|login|uid)$/i

/** `change-existing-password-flow-2`, `password_hash_b64`, `passwordHashB64`: flags and fields. */
const ABOUT_A_SECRET =
  /^(?=[a-z])(?:[a-z0-9]+[-_.])*(?:password|passwd|pwd|secret|token|credential)s?(?=(?:[-_.][a-z0-9]+)*[-_.][a-z]{2,}(?![a-z0-9]))(?:[-_.][a-z0-9]+)+$|^(?:[a-z]+[A-Z][a-z]+|password|secret|token)(?:[A-Z][a-z]+)*(?:Hash|Hashed|Reset|Field|Input|Policy|Prompt|Type|Name|Url|Uri|Key|Id)[A-Za-z]{0,12}\d{0,3}$|^\.?(?:[a-z][A-Za-z]*\.)+[a-z][A-Za-z]*(?:Password|Passwd|Pwd|Secret|Token|Key)$/

/** `my-smtp-password`. */
const SAYS_WHAT = /[-_.](?:password|passwd|pass|pwd|pw|secret|token)$/i
/** `admin.oauth2.mobile-app-secret`: of a key of translations or settings digits are a part. */
const DOTTED = /^[a-z][a-z0-9]*(?:[.-][a-z0-9]+(?:_[a-z]+)*)+[._-](?:password|passwd|secret|token|key)$/
/** `prod-db-password-1`, `keychain.password.v1`. */
const NUMBERED =
  /^[A-Za-z]+\d{0,2}(?:[-_.][A-Za-z]+)*[-_.](?:password|passwd|pass|pwd|secret|token|key)[-_.]?v?\d{1,2}$/i

/** Names of functions and routes may have a digit: `ssh2_auth_pubkey_file`, `default_2fa_method`. */
const SNAKE =
  /^[@/]?[a-z]+\d?(?:[/_](?:[a-z]+\d?|\dfa))+[/_](?:[a-z]+|b64|base64|v\d)$|^[a-z]{3,}(?:_[a-z]{2,}){2,8}_\d{1,2}$/
/** Constants may end in one: `AUTHENTICATE_CRAMMD5`. */
const CONSTANT = /^[A-Z]+\d?(?:_[A-Z]{2,}){0,6}_[A-Z]{3,}\d?$/

function isLikely(position: Position): boolean {
  return position === 'likely' || position === 'tool'
}

/** Letters, and what joins words. */
function isPlain(value: string): boolean {
  return /^(?:_{0,2}|[.@/])[A-Za-z]+(?:[-_.:/,][A-Za-z]+)*[?:]?$/.test(value) || SNAKE.test(value)
}

/** `supersecretjwtkey42`: longer than what stands for another value, and with a number. */
function isNumbered(value: string): boolean {
  return value.length >= SHORTEST_MADE && /[0-9]{2}/.test(value) && !OF_TESTS.test(value)
}

/** `welcome9527`: four digits that are no row of the keyboard. */
function isDated(value: string): boolean {
  return /(?<![0-9])(?!0123|1234|2345|4321|9876|(?:([0-9])\1{3}))[0-9]{4}$/.test(value) && !OF_TESTS.test(value)
}

/** `toor123`, `Welcome2024`: weak and yet set, where nothing else is asked of it. */
function isSetAnyway(value: string, position: Position): boolean {
  if (!isLikely(position)) return false
  return value.length >= (position === 'tool' ? SHORTEST_WEAK : SHORTEST_CHOSEN) && /[0-9]/.test(value)
}

/** Words that stand for something else, unless nothing but a password can stand there. */
function words(position: Position, why: string): Opinion {
  return { says: position === 'certain' ? 'lower' : 'drop', verdict: { written: true }, why }
}

function ofSpaced(value: string, isDotenv: boolean, position: Position): Opinion {
  if (LABEL.test(value) || (SENTENCE.test(value) && !isDotenv)) return words(position, 'a text for people')
  return { says: isDotenv ? 'note' : 'lower', verdict: { written: true }, why: 'words with spaces between' }
}

/** Names of settings, functions and constants, which stand where passwords do. */
function ofName(written: string, name: string, position: Position): Opinion | undefined {
  const value = withoutTerms(written)
  const isJoined = isPlain(value) && /[a-z][A-Z]|[-_.:/,]/.test(value)
  if (isJoined && (isWritten(value) || SAYS_WHAT.test(value))) {
    const isChosen = isPhrase(value) || (isOwnKeyName(name) && !/[^A-Za-z]/.test(value))
    if (!isLikely(position) || !isChosen) return words(position, 'a name made of words')
    return { says: 'note', verdict: { written: true }, why: 'words, where a service asks for its password' }
  }
  if (NUMBERED.test(value) || DOTTED.test(value) || ABOUT_A_SECRET.test(value)) {
    return words(position, 'a name made of words')
  }
  return CONSTANT.test(value) && writtenBits(value) >= 0 ? words(position, 'the name of a constant') : undefined
}

function ofGuessable(value: string, isDotenv: boolean, position: Position): Opinion {
  const isSet =
    !FOR_TESTS.test(value) &&
    ((isComplex(value) && !SAYS_TEST.test(value)) ||
      isNumbered(value) ||
      isDated(value) ||
      (isDotenv && /[0-9]/.test(value) && !OF_TESTS.test(value)) ||
      isSetAnyway(value, position))
  const says = position === 'certain' ? 'lower' : isSet ? 'note' : 'doubt'
  return { says, verdict: { password: 'guessable' }, why: 'a password that everybody tries first' }
}

/** `quarkus.datasource.password=quarkus`. */
function isWordOfName(value: string, name: string): boolean {
  const [text, called] = [value.toLowerCase(), name.toLowerCase()]
  return text === called || (/^[a-z]+$/.test(text) && called.split(/[^a-z0-9]+/).includes(text))
}

/** What somebody would choose is the sample of a setting that is commented out. Where a tool keeps its logins it was one. */
function isSample(match: Match, position: Position): boolean {
  return (position === 'name' || position === 'likely') && isCommentedOut(match)
}

/** What a password is made of, against what its position lets one ask. */
export function opinionOnPassword(value: string, match: Match, position: Position): Opinion {
  const { parts, around, rule } = match
  const { name = '', user = '' } = parts
  const isDotenv = rule.kind === 'dotenv'
  const drop = (why: string): Opinion => ({ says: 'drop', verdict: { written: true }, why })
  if (value.length < (position === 'certain' ? SHORTEST_CERTAIN : SHORTEST_PASSWORD)) {
    return drop('too short for a password that protects anything')
  }
  if (isWordOfName(value, name)) return drop('the same as its name, or a word of it')
  if (echoesUser(user, value)) return drop("its user's name, and that it is a password")
  if (isPassphrase(value, position === 'name' ? 0 : 1)) {
    return { says: 'note', verdict: { written: true }, why: 'words, as people choose them' }
  }
  if (/\s/.test(value)) return ofSpaced(value, isDotenv, position)
  if (isBase64OfWords(value)) {
    if (SAYS_WHAT.test(base64Text(value)!)) return words(position, 'base64 of a name')
    if (isWritten(base64Text(value)!)) return { says: 'lower', verdict: { written: true }, why: 'base64 of words' }
  }
  const named = ofName(value, name, position)
  if (named) return named
  if (value === user || (!USER.test(user) && isUserToo(value, around))) {
    return { says: 'doubt', verdict: { password: 'guessable' }, why: 'the same as the user or the database beside it' }
  }
  if (isGuessable(value)) {
    const opinion = ofGuessable(value, isDotenv, position)
    const isShown = position !== 'certain' && isCommentedOut(match)
    return opinion.says === 'note' && isShown ? { ...opinion, says: 'lower' } : opinion
  }
  if (isPlain(value) && writtenBits(value) >= 0) {
    const says = isLikely(position) && !isSample(match, position) ? 'note' : 'lower'
    return { says, verdict: { written: true }, why: 'a password made of words' }
  }
  const verdict = entropyVerdict(value)
  if (isMashed(value)) return { says: 'lower', verdict, why: 'typed at random' }
  if (value.length >= SHORTEST_MADE && isRandom(value) && !isDisguised(value)) {
    if (isBase64OfWords(value)) return { says: 'lower', verdict: { written: true }, why: 'base64 of words' }
    return { says: 'raise', verdict, why: 'a password made by a machine' }
  }
  return { says: 'note', verdict, why: 'a password' }
}
