import { isPlainValue } from '../dotenv/is-plain-value.ts'
import { isShell } from '../dotenv/is-shell.ts'
import { keyKind } from '../dotenv/key-kind.ts'
import { looksRandom } from '../dotenv/looks-random.ts'
import { type DotenvEntry, parseDotenv } from '../dotenv/parse-dotenv.ts'
import { trimBlanks } from '../dotenv/trim-blanks.ts'
import { isUrl, urlPassword } from '../dotenv/url-password.ts'
import { isDistinct } from './is-distinct.ts'
import type { KnownValue } from './known-value.ts'

/** What a person types for a password: a letter, a digit and a sign that names and paths do not have. */
const TYPED_PASSWORD = /^(?=.*[A-Za-z])(?=.*[0-9])(?=.*[!@#$%^&*?~+])\S+$/

/** The values of an ignored `.env` that are worth looking for elsewhere. */
export function valuesOfIgnored({ path, bytes }: { path: string; bytes: Uint8Array }): readonly KnownValue[] {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  return parseDotenv(text, isShell(path)).flatMap(entry =>
    worthLookingFor(entry).map(value => ({ value, file: path, key: entry.key, ignored: true })),
  )
}

function worthLookingFor({ key, value }: DotenvEntry): readonly string[] {
  const text = trimBlanks(value)
  if (isUrl(text)) return [...withCredentials(text), ...secretAddress(key, text)].filter(isDistinct)
  if (!isDistinct(text) || isPlainValue(text)) return []
  const kind = keyKind(key)
  if (kind === 'public') return []
  return kind === 'secret' || looksRandom(text) || TYPED_PASSWORD.test(text) ? [text] : []
}

/** The whole address, and its password alone: that is what gets copied into a script. */
function withCredentials(url: string): readonly string[] {
  const found = urlPassword(url)
  if (!found) return []
  const password = url.slice(found.start, found.end)
  return isPlainValue(password) || password === found.user ? [] : [url, password]
}

/** An address without user that is a secret by its key's name, such as a webhook's. */
function secretAddress(key: string, url: string): readonly string[] {
  const isSecret =
    keyKind(key) === 'secret' &&
    url
      .split(/[/?&=]/)
      .slice(3)
      .some(looksRandom)
  return isSecret ? [url] : []
}
