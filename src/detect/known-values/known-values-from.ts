import { isPlainValue } from '../dotenv/is-plain-value.ts'
import { keyKind } from '../dotenv/key-kind.ts'
import { looksRandom } from '../dotenv/looks-random.ts'
import { type DotenvEntry, parseDotenv } from '../dotenv/parse-dotenv.ts'
import { trimBlanks } from '../dotenv/trim-blanks.ts'
import { isUrl, urlPassword } from '../dotenv/url-password.ts'
import { encodedForms, type KnownValueForm } from './encoded-forms.ts'

/** Where a known value comes from. */
interface KnownValueOrigin {
  readonly file: string
  readonly key: string
}

/** Bytes to look for. They are secret. */
export interface KnownValueNeedle {
  readonly origin: KnownValueOrigin
  readonly form: KnownValueForm
  readonly bytes: Buffer
}

/** The needles stand behind a function, so that no log, error or inspection of this object shows them. */
export interface KnownValues {
  /** How many values, not forms. */
  readonly count: number
  needles(): readonly KnownValueNeedle[]
}

/** Shorter values turn up in other files by chance: a password of seven characters is a word or a number to everybody else. */
const SHORTEST_KNOWN_VALUE = 8

/** What a person types for a password: a letter, a digit and a sign that names and paths do not have. */
const TYPED_PASSWORD = /^(?=.*[A-Za-z])(?=.*[0-9])(?=.*[!@#$%^&*?~+])\S+$/

/** The values of ignored `.env` files that are worth looking for in what is about to be committed, in all their forms. */
export function knownValuesFrom(files: readonly { readonly path: string; readonly bytes: Uint8Array }[]): KnownValues {
  const seen = new Set<string>()
  const needles: KnownValueNeedle[] = []
  for (const { path, bytes } of files) {
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
    for (const entry of parseDotenv(text)) {
      for (const value of worthLookingFor(entry)) {
        if (seen.has(value)) continue
        seen.add(value)
        const origin = { file: path, key: entry.key }
        for (const { form, bytes } of encodedForms(Buffer.from(value, 'latin1'))) needles.push({ origin, form, bytes })
      }
    }
  }
  return { count: seen.size, needles: () => needles }
}

function worthLookingFor({ key, value }: DotenvEntry): readonly string[] {
  const text = trimBlanks(value)
  if (isUrl(text)) return [...withCredentials(text), ...secretAddress(key, text)].filter(isLongEnough)
  if (!isLongEnough(text) || isPlainValue(text)) return []
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

function isLongEnough(value: string): boolean {
  return value.length >= SHORTEST_KNOWN_VALUE
}
