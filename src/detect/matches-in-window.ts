import type { Match, Rule } from '../types.ts'
import { hasContext } from './has-context.ts'
import { latin1 } from './latin1.ts'
import { matchAt } from './match-at.ts'
import { offsetOfSecret } from './offset-of-secret.ts'
import { utf8FromLatin1 } from './utf8-from-latin1.ts'

export interface PatternWindow {
  readonly rule: Rule
  /** Sticky where the rule is anchored, else global; shared between windows. */
  readonly pattern: RegExp
  readonly bytes: Uint8Array
  /** Byte range that the pattern may look at. */
  readonly start: number
  readonly end: number
  /** Where anchors stand in it, ascending. */
  readonly anchors: readonly number[]
  /** Matches begin at or after the first byte, and before the second. */
  readonly first: number
  readonly limit: number
  /** Where the last match of an earlier window ended. */
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

/**
 * Where the pattern matches, first to last, none inside another. Where each match begins with an anchor, trying at anchors alone finds the same
 * as looking everywhere, in a tenth of the time: most windows hold nothing.
 */
function* matchesOf(window: PatternWindow, text: string): Generator<RegExpExecArray> {
  const { rule, pattern, start, from, anchors, first, limit } = window
  if (rule.anchored) {
    let next = from - start
    for (const anchor of anchors) {
      if (anchor - start < next) continue
      pattern.lastIndex = anchor - start
      const found = pattern.exec(text)
      if (!found) continue
      next = found.index + found[0].length
      yield found
    }
    return
  }
  pattern.lastIndex = Math.max(from, first) - start
  for (let found = pattern.exec(text); found && start + found.index < limit; found = pattern.exec(text)) yield found
}

/** Runs one rule over one window, adds what it finds to `matches`, returns where the next window has to begin. */
export function matchesInWindow(window: PatternWindow, matches: Match[]): number {
  const { rule, pattern, bytes, start, end } = window
  let { from } = window
  for (const found of matchesOf(window, latin1(bytes, start, end))) {
    const value = found.groups?.secret
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
