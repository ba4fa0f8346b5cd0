import { rulesWithoutPattern } from '../ruleset/rules-without-pattern.ts'
import type { Rule, RuleSet } from '../types.ts'

/** Of a file that is in the repository; what is ignored has a rule of its own, as it is known to be in use. */
const COPY_RULE = 'known-value-copy'

/** The rule for values of ignored files, and the one for those of other files; undefined where it is not in force. */
export function knownValueRules(rules: RuleSet): (ignored: boolean) => Rule | undefined {
  const all = rulesWithoutPattern(rules, 'known-value')
  const ofCopies = all.find(({ id }) => id === COPY_RULE)
  const ofIgnored = all.find(({ id }) => id !== COPY_RULE)
  return ignored => (ignored ? ofIgnored : ofCopies)
}
