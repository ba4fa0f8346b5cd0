import { TABLE_REACH } from '../ruleset/table-reach.ts'
import type { Match, Rule } from '../types.ts'
import { hasContext } from './has-context.ts'
import { latin1 } from './latin1.ts'
import { matchAt } from './match-at.ts'
import { offsetOfSecret } from './offset-of-secret.ts'
import { cellsBelow, type Heading } from './table/cells-below.ts'
import { utf8FromLatin1 } from './utf8-from-latin1.ts'

/** Named groups other than the secret. */
function partsOf(groups: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const parts: Record<string, string> = {}
  for (const [name, part] of Object.entries(groups)) {
    if (name !== 'secret' && part) parts[name] = utf8FromLatin1(part)
  }
  return parts
}

/** Of a heading: each cell below it, under the heading's name; where a rule has a command, what it looked for is no heading but the name of the table. */
function addCells(
  rule: Rule,
  bytes: Uint8Array,
  heading: Heading,
  command: string | undefined,
  matches: Match[],
): void {
  const from = Math.max(0, heading.matchStart - TABLE_REACH.before)
  const text = latin1(bytes, from, Math.min(bytes.length, heading.matchEnd + TABLE_REACH.after))
  const { start, end, matchStart, matchEnd } = heading
  const there = { start: start - from, end: end - from, matchStart: matchStart - from, matchEnd: matchEnd - from }
  const parts = command === undefined ? { name: utf8FromLatin1(latin1(bytes, start, end)) } : { command }
  for (const cell of cellsBelow(text, there)) {
    matches.push(matchAt(rule, bytes, { start: from + cell.start, end: from + cell.end }, parts))
  }
}

/**
 * Makes a match of what a pattern found in text that begins at byte `start`, if the rule's context is there too. Returns where the pattern's text ends;
 * undefined where it has no secret.
 */
export function addMatch(
  rule: Rule,
  pattern: RegExp,
  bytes: Uint8Array,
  start: number,
  found: RegExpExecArray,
  matches: Match[],
): number | undefined {
  const value = found.groups?.secret
  if (!value) return undefined
  const matchStart = start + found.index
  const matchEnd = matchStart + found[0].length
  if (rule.context.length > 0 && !hasContext(rule, bytes, matchStart, matchEnd)) return matchEnd
  const secretStart = matchStart + offsetOfSecret(pattern, found, value)
  if (rule.rows) {
    const heading = { start: secretStart, end: secretStart + value.length, matchStart, matchEnd }
    addCells(rule, bytes, heading, found.groups?.command, matches)
    return matchEnd
  }
  const span = { start: secretStart, end: secretStart + value.length, matchStart, matchEnd }
  matches.push(matchAt(rule, bytes, span, partsOf(found.groups!)))
  return matchEnd
}
