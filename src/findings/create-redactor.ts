import type { Secret } from '../types.ts'
import { joinSpans, type Span } from './join-spans.ts'
import { secretForms } from './secret-forms.ts'

export interface Redactor {
  /** Where known secrets stand in a text: ascending, apart from one another. */
  spans(text: string): readonly Span[]
  redact(text: string): string
}

/** Forms are looked up by so many characters; shorter secrets stand in every text by chance and are not looked for. */
const KEY_LENGTH = 4
const FILTER_BITS = 16
/** A piece of a secret at the edge of a cut text that is shorter gives nothing away. */
const SHORTEST_PIECE = 12

interface Form {
  readonly text: string
  readonly redacted: string
}

function indexBy(forms: readonly Form[], keyOf: (text: string) => string): ReadonlyMap<string, readonly Form[]> {
  const index = new Map<string, Form[]>()
  for (const form of forms) {
    const key = keyOf(form.text)
    const same = index.get(key)
    if (same) same.push(form)
    else index.set(key, [form])
  }
  return index
}

/** A number for the characters that begin at `at`: most texts hold none that any form begins or ends with, and numbers are compared without making strings. */
function hashAt(text: string, at: number): number {
  const low = text.charCodeAt(at) ^ (text.charCodeAt(at + 1) << 5)
  return (low ^ (text.charCodeAt(at + 2) << 10) ^ Math.imul(text.charCodeAt(at + 3), 0x2f1)) & ((1 << FILTER_BITS) - 1)
}

/** Finds and replaces known secrets and their encoded forms in a time that depends on the text, not on how many they are. */
export function createRedactor(secrets: Iterable<Secret>, shortest = KEY_LENGTH): Redactor {
  const forms = [...secrets].flatMap(secret =>
    [...secretForms(secret)]
      .filter(text => text.length >= Math.max(shortest, KEY_LENGTH))
      .map(text => ({ text, redacted: secret.redacted })),
  )
  const byHead = indexBy(forms, text => text.slice(0, KEY_LENGTH))
  const byTail = indexBy(forms, text => text.slice(-KEY_LENGTH))
  const isKey = new Uint8Array(1 << FILTER_BITS)
  for (const key of [...byHead.keys(), ...byTail.keys()]) isKey[hashAt(key, 0)] = 1

  function spans(text: string): readonly Span[] {
    if (forms.length === 0) return []
    const found: Span[] = []
    for (let at = 0; at + KEY_LENGTH <= text.length; at++) {
      if (isKey[hashAt(text, at)] === 0) continue
      const key = text.slice(at, at + KEY_LENGTH)
      for (const { text: form, redacted } of byHead.get(key) ?? []) {
        const cut = text.length - at
        const here =
          form.length <= cut ? text.startsWith(form, at) : cut >= SHORTEST_PIECE && form.startsWith(text.slice(at))
        if (here) found.push({ start: at, end: Math.min(at + form.length, text.length), redacted })
      }
      const end = at + KEY_LENGTH
      if (end < SHORTEST_PIECE) continue
      for (const { text: form, redacted } of byTail.get(key) ?? []) {
        const starts = form.charCodeAt(form.length - end) === text.charCodeAt(0)
        if (starts && form.length > end && form.endsWith(text.slice(0, end))) found.push({ start: 0, end, redacted })
      }
    }
    return joinSpans(found)
  }

  return {
    spans,
    redact(text) {
      const found = spans(text)
      if (found.length === 0) return text
      let result = ''
      let from = 0
      for (const span of found) {
        result += text.slice(from, span.start) + span.redacted
        from = span.end
      }
      return result + text.slice(from)
    },
  }
}
