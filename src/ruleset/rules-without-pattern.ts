import type { Rule, RuleSet } from '../types.ts'

/** Rules of a kind that is found by code of its own. */
export function rulesWithoutPattern(
  { rules, prepared }: RuleSet,
  kind: Exclude<Rule['kind'], 'pattern'>,
): readonly Rule[] {
  return prepared
    ? prepared.without[kind].map(number => prepared.rule(number))
    : rules.filter(rule => rule.kind === kind)
}
