import type { Match, Rule } from '../types.ts'
import { addMatch } from './add-match.ts'
import { latin1 } from './latin1.ts'
import { readyPattern } from './ready-pattern.ts'

/** Histories have hundreds of versions of a file. */
const patterns = new WeakMap<Rule, RegExp>()

function patternOf(rule: Rule): RegExp {
  const pattern = patterns.get(rule) ?? readyPattern(rule)
  patterns.set(rule, pattern)
  return pattern
}

/**
 * What rules of the kind `whole-file` find in a file of their name: tables and lists of secrets in which no literal says where one stands. The
 * file is looked through from end to end, so that its name has to be as rare as an anchor.
 */
export function findInFile(rules: readonly Rule[], bytes: Uint8Array): readonly Match[] {
  if (rules.length === 0) return []
  const matches: Match[] = []
  const text = latin1(bytes, 0, bytes.length)
  for (const rule of rules) {
    const pattern = patternOf(rule)
    for (const found of text.matchAll(pattern)) addMatch(rule, pattern, bytes, 0, found, matches)
  }
  return matches
}
