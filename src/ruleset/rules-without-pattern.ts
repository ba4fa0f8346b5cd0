import type { Rule, RuleSet } from '../types.ts'

/** Rules of a kind that is found by code of its own, not by anchors. */
export function rulesWithoutPattern(set: RuleSet, kind: Exclude<Rule['kind'], 'pattern'>): readonly Rule[] {
  const { prepared } = set
  // Asking for `rules` makes them all, so it is not asked for here.
  if (prepared) return prepared.without[kind].map(number => prepared.rule(number))
  return set.rules.filter(rule => rule.kind === kind)
}
