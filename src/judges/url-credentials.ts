import type { Case, Judge, Opinion } from '../types.ts'
import { echoesUser } from './echoes-user.ts'
import { isCode } from './is-code.ts'
import { isComplex } from './is-complex.ts'
import { isGeneric } from './is-generic.ts'
import { isGuessable } from './is-guessable.ts'
import { isMadeUp } from './is-made-up.ts'
import { isToolFile } from './is-tool-file.ts'
import { isTrivial } from './is-trivial.ts'
import { secretOf } from './secret-of.ts'

/** https://www.rfc-editor.org/rfc/rfc2606 and what documentation writes for "some host". */
const DOCUMENTATION =
  /(?:^|\.)(?:example(?:\.(?:com|org|net|edu|io|dev))?|invalid|(?:some|my|your)?-?(?:host|hostname|server|domain|site|website|address)(?:\.(?:com|org|net|tld))?|acme\.(?:com|org))$|^(?:host|hostname|server|HOST|foo|bar|foobar|foo\.com|bar\.com|foo\.bar)$/i
const THIS_MACHINE =
  /^(?:localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|\[?::1\]?|host\.docker\.internal)$|\.localhost$|\.test$/i
/** One label: a name inside a compose file or a cluster. */
const INNER = /^[a-z0-9_-]+$|^(?:10|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.[\d.]+$|\.local$|\.svc(?:\.|$)/i
const ANYBODY =
  /^(?:user|username|usr|name|login|u|me|you|foo|bar|someone|somebody|myuser|your[-_]?user(?:name)?|alice|bob)$/i
const SHORTEST = 4
/** What stands where documentation says that a password is to be put. */
const SAYS_WHAT = /^(?:(?:my|your|the|some|db|user|test)[-_]?)?(?:passw(?:or)?d|pass|pwd?|secret)$|^.{1,5}$/i
const SHORTEST_CHOSEN = 8

function hostOf(host: string): string {
  return host.startsWith('[') ? host.replace(/\](?::.*)?$/, ']') : host.replace(/:[^:]*$/, '')
}

/** `pop3://127.0:1.1@10`: pieces of an address of numbers, as fuzzers make them. */
const NUMBERS = /^[\d.:*[\]]+$/

/** As it is when it is sent: without percent-encoding, and without what mail addresses put behind it (`;AUTH=*`). */
function plainPassword(written: string): string {
  const password = written.replace(/;[\w=*+%-]{0,40}$/, '')
  return password.replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

/** `GITHUB_USER:GITHUB_OAT`, as it is put where something else fills it in. */
const NAME_OF_A_VARIABLE = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/

/** `postgres://[user[:password]@][host][:port]`: what may be left out, as manuals write it. */
const SYNTAX = /\[:[\w<>-]{1,20}\]|\[[\w<>-]{1,20}:/

/** Two letters of another script: the word for a password in another language. */
const OTHER_SCRIPT = /(?:(?!\p{Script=Latin})\p{L}\p{M}*){2}/u

/** Nothing but a short word stands where documentation shows how it is written. */
const WORD = /^[A-Za-z]{1,5}$/

const USER_KEY = /\b(?:user(?: ?name| ?id)?|uid) ?= ?["']?([^\s;"',]{1,64})/i

const KEY_WORDS_HERE =
  /\b(?:host|hostaddr|server|data source|addr|address) ?= ?(?:tcp:)?(?:localhost|127\.0\.0\.1|\.|\(local(?:db)?\))(?![\w-])/i

const HOST_KEY = /\b(?:host|server|data source|address) ?= ?(?:tcp:)?([\w.-]{1,80})/i

const OF_THE_INTERNET =
  /^(?!.*\.(?:local|internal|lan|corp|home|svc|test)$)[\w-]+(?:\.[\w-]+)*\.(?:com|net|org|io|dev|app|cloud|edu|gov|info|biz|co|[a-z]{2})$/i

/** `walnut8427`: not one of those that stand for any password, wherever it logs in. */
function isChosen(secret: string): boolean {
  return secret.length >= SHORTEST_CHOSEN && /[A-Za-z]{3}/.test(secret) && /[0-9]{2}/.test(secret)
}

function atDocumented(host: string | undefined, secret: string): Opinion | undefined {
  if (host === undefined || !DOCUMENTATION.test(host)) return undefined
  return {
    says: WORD.test(secret) ? 'doubt' : 'lower',
    verdict: { host: 'documentation' },
    why: 'a host of documentation',
  }
}

function ofHost(secret: string, line: string): Opinion | undefined {
  if (OTHER_SCRIPT.test(secret)) return inAnotherLanguage()
  const user = USER_KEY.exec(line)?.[1] ?? ''
  if (user !== '' && (user === secret || echoesUser(user, secret))) {
    return { says: 'doubt', verdict: { password: 'trivial' }, why: 'the same as the user beside it' }
  }
  return atDocumented(HOST_KEY.exec(line)?.[1], secret)
}

function inAnotherLanguage(): Opinion {
  return { says: 'doubt', verdict: { password: 'trivial' }, why: 'a word of another language' }
}

/** A host of the Internet has a password that somebody had to set, whatever it is made of: `Pass@word!`. */
function isReached(secret: string, line: string): boolean {
  const host = HOST_KEY.exec(line)?.[1]
  return host !== undefined && OF_THE_INTERNET.test(host) && !DOCUMENTATION.test(host) && isComplex(secret)
}

/** `Server=…;Password=…`: the host is another key word of the same line. */
function ofKeyWords(secret: string, { match: { line }, path }: Case): Opinion | undefined {
  const plain = secret.length < SHORTEST || isTrivial(secret)
  if (!plain && !isGuessable(secret)) return isMadeUp(secret) ? ofHost(secret, line) : undefined
  const here = KEY_WORDS_HERE.test(line)
  if (here && plain) {
    return { says: 'drop', verdict: { placeholder: true }, why: 'the usual password on this machine' }
  }
  const isKept = path !== undefined && isToolFile(path)
  const says = (here && !isKept) || (plain && !isReached(secret, line)) ? 'doubt' : 'lower'
  return { says, verdict: { password: 'trivial' }, why: 'a password that everybody tries first' }
}

/** `preet665665:preet665665@cluster0.abcde.mongodb.net`: weak, and yet what opens a server of the Internet. */
function isAccount(user: string, host: string): boolean {
  return user.length >= SHORTEST_CHOSEN && !isTrivial(user) && OF_THE_INTERNET.test(host)
}

/** `db.example.com` in settings: the host of somebody who told another name in its place, and yet the password that was chosen. */
const PLACE_IN_EXAMPLE = /^[\w-]+(?:\.[\w-]+)*\.example\.(?:com|net|org)$/i

/** Where examples are shown to people. */
const PAGE = /\.(?:mdx?|markdown|rst|adoc|asciidoc|txt|html?)$/i

function isHiddenHost(host: string, secret: string, { path = '', match }: Case): boolean {
  const { user = '' } = match.parts
  return !PAGE.test(path) && PLACE_IN_EXAMPLE.test(host) && !ANYBODY.test(user) && isComplex(secret)
}

/** Of an address with user and password: whose is it, and does the password protect anything? */
export const urlCredentials: Judge = one => {
  // Of what is known by its name a host that stands near is no part of it.
  if (isGeneric(one)) return undefined
  const { user, host } = one.match.parts
  const secret = plainPassword(secretOf(one))
  if (host === undefined) return one.match.rule.provider === 'url' ? ofKeyWords(secret, one) : undefined
  if (NUMBERS.test(secret) && NUMBERS.test(user ?? '') && secret.includes('.')) {
    return { says: 'drop', verdict: { placeholder: true }, why: 'numbers of an address, no password' }
  }
  if (NAME_OF_A_VARIABLE.test(secret) && NAME_OF_A_VARIABLE.test(user ?? '')) {
    return { says: 'drop', verdict: { placeholder: true }, why: 'placeholder: the name of a variable' }
  }
  if (secret.includes(']') && SYNTAX.test(one.match.line)) {
    return { says: 'drop', verdict: { placeholder: true }, why: 'how an address is written, no address' }
  }
  if (OTHER_SCRIPT.test(secret)) return inAnotherLanguage()
  const name = hostOf(host)
  const documented = DOCUMENTATION.test(name)
  const here = THIS_MACHINE.test(name)
  const echoes = echoesUser(user ?? '', secret)
  const plain = secret.length < SHORTEST || secret === user || isTrivial(secret) || echoes
  const guessable = plain || isGuessable(secret)
  if (
    plain
      ? documented || here || ANYBODY.test(user ?? '')
      : guessable && ANYBODY.test(user ?? '') && (documented || here)
  ) {
    return { says: 'drop', verdict: { placeholder: true }, why: 'an address as in documentation' }
  }
  // `Passw0rd7` is in use somewhere, as long as user and host are somebody's.
  const ofNobody = ANYBODY.test(user ?? '')
  const remote = !here && !documented && !INNER.test(name)
  // `tiger9113`: weak, and yet what a tool logs in with.
  if (guessable && !plain && !ofNobody && remote && one.path !== undefined && isToolFile(one.path)) return undefined
  const inUse =
    !ofNobody &&
    (plain
      ? remote &&
        (!echoes || OF_THE_INTERNET.test(name)) &&
        !SAYS_WHAT.test(secret) &&
        (secret !== user || isAccount(secret, name))
      : !here)
  if (guessable && (inUse || isComplex(secret))) {
    return { says: 'lower', verdict: { password: 'guessable' }, why: 'a password that everybody tries first' }
  }
  if (guessable)
    return { says: 'doubt', verdict: { password: 'trivial' }, why: 'a password that everybody tries first' }
  // A made password is somebody's, whatever was put in the place of the host.
  if (!isMadeUp(secret)) return undefined
  // What a tool logs in with is used, whatever its host is called.
  if (one.path !== undefined && isToolFile(one.path)) return undefined
  const inSettings = one.path !== undefined && !isCode(one.path)
  if (documented) return inSettings && isHiddenHost(name, secret, one) ? undefined : atDocumented(name, secret)
  if (inSettings && one.match.rule.confidence !== 'high') return undefined
  if ((here || INNER.test(name)) && (ofNobody || !isChosen(secret)))
    return { says: 'lower', verdict: { host: 'local' }, why: 'a host that only is reached from within' }
  return undefined
}
