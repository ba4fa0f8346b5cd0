import { createSecret } from '../../src/findings/secret.ts'

/** So much of a secret gives it away. */
const PIECE = 12

/** What may be planted: its value, and the same example with another value, which tells what of it is no secret. */
export interface Planted {
  readonly value: string
  readonly other: string
}

function windows(text: string): readonly string[] {
  return Array.from({ length: Math.max(0, text.length - PIECE + 1) }, (_, at) => text.slice(at, at + PIECE))
}

function encoded(value: string): readonly string[] {
  const bytes = Buffer.from(value)
  const hex = bytes.toString('hex')
  return [
    ...[0, 1, 2].map(shift =>
      Buffer.concat([Buffer.alloc(shift), bytes])
        .toString('base64')
        .slice(shift && shift + 1),
    ),
    bytes.toString('base64url'),
    hex,
    hex.toUpperCase(),
    encodeURIComponent(value),
    [...bytes].map(byte => `%${byte.toString(16).padStart(2, '0')}`).join(''),
  ]
}

/** All pieces of secrets, and of what they are encoded, of which none may show. What every value of that kind has in common is none. */
export function forbiddenPieces(planted: readonly Planted[]): ReadonlySet<string> {
  const innocent = new Set(
    planted.flatMap(({ value, other }) => [createSecret(value).redacted, other]).flatMap(windows),
  )
  const forms = planted.flatMap(({ value, other }) => {
    const common = new Set(encoded(other).flatMap(windows))
    return [value, ...encoded(value)].flatMap(windows).filter(piece => !common.has(piece))
  })
  return new Set(forms.filter(piece => !innocent.has(piece)))
}

/** The first piece that shows, with some of what stands round it. */
export function showing(text: string, forbidden: ReadonlySet<string>): string | undefined {
  for (let at = 0; at + PIECE <= text.length; at++) {
    if (forbidden.has(text.slice(at, at + PIECE))) return text.slice(Math.max(0, at - 60), at + PIECE + 60)
  }
  return undefined
}
