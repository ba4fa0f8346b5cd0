import { HASH, REMEDIES_JSON, RULES_JSON } from '../generated/ruleset.ts'
import type { ProviderRemedy, Rule, RuleSet } from '../types.ts'

type StoredRule = Omit<Rule, 'remedy'> & { readonly remedyAt: number }

let remedies: readonly ProviderRemedy[] | undefined

/**
 * The built-in rules. They were compiled and checked when keyscan was built, so that here JSON is all that is parsed; remedies, most
 * of the text, only when the first finding asks for its own.
 */
export function loadRules(): RuleSet {
  const stored = JSON.parse(RULES_JSON) as readonly StoredRule[]
  return { rules: stored.map(withRemedy), hash: HASH }
}

function withRemedy(stored: StoredRule): Rule {
  return Object.defineProperty(stored as object, 'remedy', {
    enumerable: true,
    get() {
      remedies ??= JSON.parse(REMEDIES_JSON) as readonly ProviderRemedy[]
      return remedies[stored.remedyAt]
    },
  }) as Rule
}
