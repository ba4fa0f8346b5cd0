import type { Rule, RuleSet } from '../types.ts'

/** Text of `src/generated/ruleset.ts`, which `load.ts` reads: rules without remedies, and each remedy once. */
export function generatedRuleset({ rules, hash }: RuleSet): string {
  const remedies = [...new Set(rules.map(rule => JSON.stringify(rule.remedy)))]
  const stored = rules.map(({ remedy, ...rest }: Rule) => ({
    ...rest,
    remedyAt: remedies.indexOf(JSON.stringify(remedy)),
  }))
  return [
    '// Made by .ci/generate.mjs from rules/: do not edit.',
    `export const HASH = '${hash}'`,
    `export const RULES_JSON = ${JSON.stringify(JSON.stringify(stored))}`,
    `export const REMEDIES_JSON = ${JSON.stringify(`[${remedies.join(',')}]`)}`,
    '',
  ].join('\n')
}
