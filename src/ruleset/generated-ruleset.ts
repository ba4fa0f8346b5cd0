import type { RuleSet } from '../types.ts'

/** Text of `src/generated/ruleset.ts`, which `load.ts` reads: rules without remedies, and each remedy once. */
export function generatedRuleset({ rules, hash }: RuleSet): string {
  const remedies = rules.map(rule => JSON.stringify(rule.remedy))
  const list = [...new Set(remedies)]
  const of = remedies.map(remedy => list.indexOf(remedy))
  return [
    '// Made by .ci/generate.mjs from rules/: do not edit.',
    `export const HASH = '${hash}'`,
    `export const RULES_JSON = ${JSON.stringify(JSON.stringify(rules.map(({ remedy: _, ...rest }) => rest)))}`,
    `export const REMEDIES_JSON = ${JSON.stringify(`{"list":[${list.join(',')}],"of":${JSON.stringify(of)}}`)}`,
    '',
  ].join('\n')
}
