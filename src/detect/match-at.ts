import { createSecret } from '../findings/secret.ts'
import { AROUND_BYTES, type Match, type Rule } from '../types.ts'
import { isNamedPassword } from './is-named-password.ts'
import { latin1 } from './latin1.ts'
import { loginNear } from './login-near.ts'
import { utf8FromLatin1 } from './utf8-from-latin1.ts'

/** Judges need the line for its context, not a minified file. */
const MAX_LINE = 400
/** How far beyond a match judges may look: its line, and the byte behind that says where a longer one is cut. */
export const MATCH_REACH = MAX_LINE + 1
const LF = 10
const CR = 13

/** Byte offsets of a match; those of its secret alone where the whole match is not known. */
export interface Span {
  readonly start: number
  readonly end: number
  readonly matchStart?: number
  readonly matchEnd?: number
}

function isLineEnd(byte: number | undefined): boolean {
  return byte === LF || byte === CR || byte === undefined
}

/** Start and end of the line round a secret, cut to a bounded length either side of it. */
function lineBounds(bytes: Uint8Array, start: number, end: number): [number, number] {
  let lineStart = start
  while (lineStart > 0 && start - lineStart < MAX_LINE && !isLineEnd(bytes[lineStart - 1])) lineStart--
  let lineEnd = end
  while (lineEnd - end < MAX_LINE && !isLineEnd(bytes[lineEnd])) lineEnd++
  return [lineStart, lineEnd]
}

/** Those of the pattern, and of what is known by its name the user and host that stand near it. */
function partsWithLogin(rule: Rule, bytes: Uint8Array, { start, end }: Span, parts: Match['parts']): Match['parts'] {
  if (parts.user !== undefined || !isNamedPassword({ rule, parts })) return parts
  const before = latin1(bytes, Math.max(0, start - AROUND_BYTES), start)
  const after = latin1(bytes, end, Math.min(bytes.length, end + AROUND_BYTES))
  return { ...loginNear(before, after, /["'`]$/.test(before)), ...parts }
}

/** The match of a rule at a place in a blob, with what judges look at round it. */
export function matchAt(rule: Rule, bytes: Uint8Array, span: Span, parts: Match['parts']): Match {
  const { start, end, matchStart = start, matchEnd = end } = span
  const [lineStart, lineEnd] = lineBounds(bytes, start, end)
  return {
    rule,
    secret: createSecret(utf8FromLatin1(latin1(bytes, start, end))),
    start,
    end,
    matchStart,
    matchEnd,
    parts: partsWithLogin(rule, bytes, span, parts),
    line: latin1(bytes, lineStart, lineEnd),
    lineStart,
    around: latin1(bytes, Math.max(0, matchStart - AROUND_BYTES), Math.min(bytes.length, matchEnd + AROUND_BYTES)),
  }
}
