import { loadRules } from '../../src/ruleset/load.ts'
import type { Match, Rule } from '../../src/types.ts'

/** A rule that says no more than what a test gives. */
export function makeRule(fields: Partial<Rule> & Pick<Rule, 'id'>): Rule {
  const base = loadRules().rules.find(rule => rule.kind === 'pattern')!
  return {
    ...base,
    specificity: 60,
    ignoreCase: false,
    flags: 'g',
    context: [],
    reach: 200,
    paths: [],
    exceptPaths: [],
    generic: false,
    anchored: false,
    lead: fields.before ?? base.before,
    ...fields,
  }
}

/** A short form of matches that tests can compare: rule, where the secret stands, what it is. */
export function shortForm(matches: readonly Match[]): readonly string[] {
  return matches.map(({ rule, start, end, secret }) => `${rule.id} ${start}-${end} ${secret.reveal()}`)
}
