import type { Secret } from '../../types.ts'
import type { KnownValueForm } from './encoded-forms.ts'
import type { KnownValueNeedle, KnownValues } from './known-values-from.ts'

/** A known value stands here. Says where it comes from, never what it is. */
export interface KnownValueHit {
  readonly key: string
  /** The file that holds it. */
  readonly file: string
  readonly ignored: boolean
  readonly form: KnownValueForm
  /** The value, whatever form it has here. */
  readonly secret: Secret
  /** Byte offsets in the blob. */
  readonly start: number
  readonly end: number
}

/** Every needle has at least this many bytes: eight of a value give nine of base64. */
const PREFIX = 4

interface Index {
  /** Of the first two bytes of each needle: most places in a file are ruled out by one look. */
  readonly pairs: Uint8Array
  readonly byPrefix: ReadonlyMap<number, readonly KnownValueNeedle[]>
}

const indexes = new WeakMap<KnownValues, Index>()

/** One pass over the bytes for all values and forms together. In order of their start; of hits inside one another the outermost. */
export function findKnownValues(bytes: Uint8Array, known: KnownValues): readonly KnownValueHit[] {
  if (known.count === 0) return []
  const { pairs, byPrefix } = indexOf(known)
  const hits: KnownValueHit[] = []
  let end = 0
  for (let at = 0; at + PREFIX <= bytes.length; at++) {
    if (pairs[bytes[at]! | (bytes[at + 1]! << 8)] === 0) continue
    const needle = byPrefix.get(prefixAt(bytes, at))?.find(one => standsAt(bytes, at, one))
    // A hit that ends inside the last one is a part of it: the password of an address that was found whole.
    if (!needle || at + needle.bytes.length <= end) continue
    end = at + needle.bytes.length
    hits.push({ ...needle.origin, form: needle.form, secret: needle.secret, start: at, end })
  }
  return hits
}

function indexOf(known: KnownValues): Index {
  let index = indexes.get(known)
  if (!index) {
    const pairs = new Uint8Array(0x10000)
    const byPrefix = new Map<number, KnownValueNeedle[]>()
    for (const needle of known.needles()) {
      pairs[needle.bytes[0]! | (needle.bytes[1]! << 8)] = 1
      const prefix = prefixAt(needle.bytes, 0)
      byPrefix.set(prefix, [...(byPrefix.get(prefix) ?? []), needle])
    }
    for (const needles of byPrefix.values()) needles.sort((a, b) => b.bytes.length - a.bytes.length)
    index = { pairs, byPrefix }
    indexes.set(known, index)
  }
  return index
}

function prefixAt(bytes: Uint8Array, at: number): number {
  return bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)
}

function standsAt(bytes: Uint8Array, at: number, { bytes: needle, wholeWord }: KnownValueNeedle): boolean {
  const end = at + needle.length
  if (end > bytes.length) return false
  for (let i = PREFIX; i < needle.length; i++) if (bytes[at + i] !== needle[i]) return false
  return !wholeWord || !(isOfWord(bytes[at - 1]) || isOfWord(bytes[end]))
}

/** A letter, a digit, `_`, or part of a letter that is none of ASCII. */
function isOfWord(byte = 0): boolean {
  const lower = byte | 0x20
  return byte > 0x7f || byte === 0x5f || (byte >= 0x30 && byte <= 0x39) || (lower >= 0x61 && lower <= 0x7a)
}
