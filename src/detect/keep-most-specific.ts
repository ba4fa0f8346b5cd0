import type { Match } from '../types.ts'

/** More specific first; what an encoded text says before the text itself; then the longer secret, then the rule's name, so that the order never depends on chance. */
function bySpecificity(a: Match, b: Match): number {
  return (
    b.rule.specificity - a.rule.specificity ||
    Number(b.encoding !== undefined) - Number(a.encoding !== undefined) ||
    b.end - b.start - (a.end - a.start) ||
    a.start - b.start ||
    (a.rule.id < b.rule.id ? -1 : 1)
  )
}

/**
 * One secret gets one finding: where the secrets of two matches overlap, the match of the more specific rule stays.
 * `matches` in order of their start, as the detector gives them; so is the result.
 */
export function keepMostSpecific(matches: readonly Match[]): readonly Match[] {
  if (matches.length < 2) return matches
  const kept: Match[] = []
  let group: Match[] = []
  let groupEnd = -1
  const flush = (): void => {
    const stay: Match[] = []
    for (const match of group.sort(bySpecificity)) {
      if (!stay.some(other => match.start < other.end && other.start < match.end)) stay.push(match)
    }
    kept.push(...stay.sort((a, b) => a.start - b.start))
  }
  for (const match of matches) {
    if (match.start >= groupEnd) {
      flush()
      group = []
    }
    group.push(match)
    groupEnd = Math.max(groupEnd, match.end)
  }
  flush()
  return kept
}
