import type { Match, Rule } from '../types.ts'
import { hasContext } from './has-context.ts'
import { matchAt } from './match-at.ts'
import { offsetOfSecret } from './offset-of-secret.ts'
import { utf8FromLatin1 } from './utf8-from-latin1.ts'

/** Named groups other than the secret. */
function partsOf(groups: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const parts: Record<string, string> = {}
  for (const [name, part] of Object.entries(groups)) {
    if (name !== 'secret' && part) parts[name] = utf8FromLatin1(part)
  }
  return parts
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
  const span = { start: secretStart, end: secretStart + value.length, matchStart, matchEnd }
  matches.push(matchAt(rule, bytes, span, partsOf(found.groups!)))
  return matchEnd
}
