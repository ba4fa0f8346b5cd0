import { isCommonDefault } from './is-common-default.ts'
import { isDotenvPath } from './is-dotenv-path.ts'
import { isPlainValue } from './is-plain-value.ts'
import { isShell } from './is-shell.ts'
import { keyKind } from './key-kind.ts'
import { literalRange } from './literal-range.ts'
import { looksRandom } from './looks-random.ts'
import { type DotenvEntry, parseDotenv } from './parse-dotenv.ts'
import { isUrl, urlPassword } from './url-password.ts'

/** A secret in a `.env` file. `start` and `end` are bytes into the file; `value` is what stands there, read as latin1. */
export interface DotenvValue {
  readonly key: string
  readonly value: string
  readonly start: number
  readonly end: number
}

/** Shorter ones keep nobody out; what is that short is a setting. */
const SHORTEST_SECRET = 6
/** `Admin2024!`: a default that somebody made fit for use. Judges say what it is worth. */
const NUMBERED = /[0-9]{2}/

/** The real secrets of a file that is a `.env` by its path; none of a template or of another file. */
export function findDotenvValues(bytes: Uint8Array, path: string): readonly DotenvValue[] {
  if (isDotenvPath(path) !== 'dotenv') return []
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  return parseDotenv(text, isShell(path)).flatMap(
    entry => secretIn(entry, text.slice(entry.valueStart, entry.valueEnd)) ?? [],
  )
}

function secretIn({ key, valueStart }: DotenvEntry, written: string): DotenvValue | undefined {
  // A quote that nobody closed is no part of it.
  const lone = /^["'`]/.test(written) && !written.endsWith(written[0]!) ? 1 : 0
  const within = secretRange(key, written.slice(lone))
  if (!within) return undefined
  const [from, to] = [within[0] + lone, within[1] + lone]
  return { key, value: written.slice(from, to), start: valueStart + from, end: valueStart + to }
}

/** `BASIC_AUTH=deploy:amber74x`. */
const LOGIN_KEY = /AUTH$|CREDENTIALS?$|CREDS?$|LOGIN$|USERPWD$/i
const LOGIN = /^([\w.@-]{1,64}:)([^\s:/]{6,100})$/
/** `host=db user=app password=amber74x`, `Server=db;Uid=app;Pwd=amber74x;`. */
const KEY_WORDS = /((?:^|[\s;])(?:password|pwd) ?= ?)([^\s;'"]{3,128})/i

/** `tcp://db:9000?username=app&password=amber74x`. */
const PARAMETER = /([?&;](?:password|passwd|pwd)=)([^&;\s]{4,256})/i

function isNothing(value: string): boolean {
  return isPlainValue(value) || (isCommonDefault(value) && !NUMBERED.test(value))
}

/** Where in the value the secret stands: all of it, or an address's password. */
function secretRange(key: string, value: string): readonly [number, number] | undefined {
  const kind = keyKind(key)
  if (isUrl(value)) return rangeInUrl(kind === 'secret', value)
  const literal = value.includes('$') ? literalRange(value) : undefined
  if (literal) {
    const within = secretRange(key, value.slice(...literal))
    return within && [literal[0] + within[0], literal[0] + within[1]]
  }
  if (kind === 'public' || value.length < SHORTEST_SECRET || isNothing(value)) return undefined
  // Of an object patterns tell, entry by entry.
  if (/^\{.*"\s*:\s*"/.test(value)) return undefined
  const login = kind === 'secret' && LOGIN_KEY.test(key) ? LOGIN.exec(value) : null
  if (login) return isNothing(login[2]!) ? undefined : [login[1]!.length, value.length]
  const text = kind === 'secret' ? KEY_WORDS.exec(value) : null
  if (text) return isNothing(text[2]!) ? undefined : [text.index + text[1]!.length, text.index + text[0].length]
  return kind === 'secret' || looksRandom(value) ? [0, value.length] : undefined
}

function rangeInUrl(isSecretKey: boolean, url: string): readonly [number, number] | undefined {
  const password = urlPassword(url)
  if (password) {
    const text = url.slice(password.start, password.end)
    return isNothing(text) || text === password.user ? undefined : [password.start, password.end]
  }
  const parameter = PARAMETER.exec(url)
  if (parameter) {
    const start = parameter.index + parameter[1]!.length
    return isNothing(parameter[2]!) ? undefined : [start, start + parameter[2]!.length]
  }
  // The address of a webhook is its secret; of any other address it is not known which part is.
  const tail = url.slice(url.indexOf('//') + 2).split(/[/?&=]/)
  return isSecretKey && tail.slice(1).some(looksRandom) ? [0, url.length] : undefined
}
