import type { Match, Rule } from '../types.ts'
import { addMatch } from './add-match.ts'
import { latin1 } from './latin1.ts'

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
    const matchEnd = addMatch(rule, pattern, bytes, start, found, matches)
    if (matchEnd !== undefined) from = matchEnd
  }
  return from
}
