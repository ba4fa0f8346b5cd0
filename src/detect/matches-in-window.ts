import type { Match, Rule } from '../types.ts'
import { hasContext } from './has-context.ts'
import { latin1 } from './latin1.ts'
import { matchAt } from './match-at.ts'
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

/** Named groups other than the secret. */
function partsOf(groups: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const parts: Record<string, string> = {}
  for (const [name, part] of Object.entries(groups)) {
    if (name !== 'secret' && part) parts[name] = utf8FromLatin1(part)
  }
  return parts
}

/** Runs one rule over one window, adds what it finds to `matches`, returns where the next window has to begin. */
export function matchesInWindow(window: PatternWindow, matches: Match[]): number {
  const { rule, pattern, bytes, start, end } = window
  const text = latin1(bytes, start, end)
  let from = window.from
  pattern.lastIndex = Math.max(0, from - start)
  for (let found = pattern.exec(text); found; found = pattern.exec(text)) {
    const value = found.groups?.secret
    if (found[0].length === 0) pattern.lastIndex++
    if (!value) continue
    const matchStart = start + found.index
    const matchEnd = matchStart + found[0].length
    from = matchEnd
    if (rule.context.length > 0 && !hasContext(rule, bytes, matchStart, matchEnd)) continue
    const secretStart = matchStart + offsetOfSecret(pattern, found, value)
    const span = { start: secretStart, end: secretStart + value.length, matchStart, matchEnd }
    matches.push(matchAt(rule, bytes, span, partsOf(found.groups!)))
  }
  return from
}
