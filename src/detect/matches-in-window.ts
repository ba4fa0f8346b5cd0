import { createSecret } from '../findings/secret.ts'
import type { Match, Rule } from '../types.ts'
import { hasContext } from './has-context.ts'
import { offsetOfSecret } from './offset-of-secret.ts'
import { utf8FromLatin1 } from './utf8-from-latin1.ts'

export interface PatternWindow {
  readonly rule: Rule
  /** Global; shared between windows. */
  readonly pattern: RegExp
  readonly bytes: Uint8Array
  /** Byte range that the pattern may look at. */
  readonly start: number
  readonly end: number
  /** Matches that begin before this byte were found in an earlier window. */
  readonly from: number
}

/** Judges need the line for its context, not a minified file. */
const MAX_LINE = 400
const AROUND = 200
const NEWLINE = 10
const RETURN = 13

function latin1(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('latin1')
}

function isLineEnd(byte: number | undefined): boolean {
  return byte === NEWLINE || byte === RETURN || byte === undefined
}

/** Start and end of the line round a secret, cut to a bounded length either side of it. */
function lineBounds(bytes: Uint8Array, start: number, end: number): [number, number] {
  let lineStart = start
  while (lineStart > 0 && start - lineStart < MAX_LINE && !isLineEnd(bytes[lineStart - 1])) lineStart--
  let lineEnd = Math.min(end, bytes.length)
  while (lineEnd - end < MAX_LINE && !isLineEnd(bytes[lineEnd])) lineEnd++
  return [lineStart, lineEnd]
}

/** Runs one rule over one window, adds what it finds to `matches`, returns where the next window has to begin. */
export function matchesInWindow(window: PatternWindow, matches: Match[]): number {
  const { rule, pattern, bytes, start, end } = window
  const text = latin1(bytes, start, end)
  let from = window.from
  pattern.lastIndex = Math.max(0, from - start)
  for (let found = pattern.exec(text); found; found = pattern.exec(text)) {
    const groups = found.groups ?? {}
    const value = groups.secret
    if (found[0].length === 0) pattern.lastIndex++
    if (!value) continue
    const matchStart = start + found.index
    const matchEnd = matchStart + found[0].length
    from = matchEnd
    if (rule.context.length > 0 && !hasContext(rule, bytes, matchStart, matchEnd)) continue
    const secretStart = matchStart + offsetOfSecret(pattern, found, value)
    const secretEnd = secretStart + value.length
    const [lineStart, lineEnd] = lineBounds(bytes, secretStart, secretEnd)
    const parts: Record<string, string> = {}
    for (const [name, part] of Object.entries(groups)) {
      if (name !== 'secret' && part) parts[name] = utf8FromLatin1(part)
    }
    matches.push({
      rule,
      secret: createSecret(utf8FromLatin1(value)),
      start: secretStart,
      end: secretEnd,
      matchStart,
      matchEnd,
      parts,
      line: latin1(bytes, lineStart, lineEnd),
      lineStart,
      around: latin1(bytes, Math.max(0, matchStart - AROUND), Math.min(bytes.length, matchEnd + AROUND)),
    })
  }
  return from
}
