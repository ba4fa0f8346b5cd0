import type { Secret } from '../types.ts'

/** Encoded forms of shorter values are short enough to stand in any text by chance. */
const SHORTEST_ENCODED = 8
/** A line of a secret of several lines that is shorter says nothing of it (and may be `}`). */
const SHORTEST_LINE = 8

/** Base64 of the value wherever it may start within a longer encoded text: without the characters that neighbours take part in. */
function base64Forms(bytes: Buffer): readonly string[] {
  return [0, 1, 2].flatMap(shift => {
    const encoded = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .replace(/=+$/, '')
    const from = shift === 0 ? 0 : shift + 1
    const to = encoded.length - ((shift + bytes.length) % 3 === 0 ? 0 : 1)
    const form = encoded.slice(from, to)
    return [form, form.replaceAll('+', '-').replaceAll('/', '_')]
  })
}

function encodedForms(value: string): readonly string[] {
  const wellFormed = value.replace(/\p{Surrogate}/gu, '\ufffd')
  const bytes = Buffer.from(value)
  const hex = bytes.toString('hex')
  return [
    ...base64Forms(bytes),
    encodeURIComponent(wellFormed),
    JSON.stringify(value).slice(1, -1),
    hex,
    hex.toUpperCase(),
  ]
}

/** Every text that gives a secret away: the value, its lines, its encoded forms. */
export function secretForms(secret: Secret): ReadonlySet<string> {
  const value = secret.reveal()
  const lines = value.split(/[\r\n]+|(?:\\[rn])+/)
  return new Set([
    value,
    ...(lines.length > 1 ? lines.map(line => line.trim()).filter(line => line.length >= SHORTEST_LINE) : []),
    ...(value.length >= SHORTEST_ENCODED ? encodedForms(value) : []),
  ])
}
