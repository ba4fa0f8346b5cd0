import { anchorImage, anchorsJson, HASH, remediesJson, rulesJson } from '../generated/ruleset.ts'
import type { AnchorTable, PreparedAnchors, ProviderRemedy, Rule, RuleSet } from '../types.ts'

/** `of[n]` is the place in `list` of the remedy of rule n: the rules of one provider mostly share one. */
interface StoredRemedies {
  readonly list: readonly ProviderRemedy[]
  readonly of: readonly number[]
}

let remedies: StoredRemedies | undefined

/**
 * The built-in rules. They were compiled and checked when keyscan was built, so that here JSON is all that is parsed; remedies, most
 * of the text, only when the first finding asks for its own.
 */
export function loadRules(): RuleSet {
  const rules = JSON.parse(rulesJson()) as readonly Omit<Rule, 'remedy'>[]
  return { rules: rules.map(withRemedy), hash: HASH, prepared: preparedAnchors() }
}

type StoredAnchors = Pick<PreparedAnchors, 'anchors' | 'rulesOf'> & Omit<AnchorTable, 'image'>

function preparedAnchors(): PreparedAnchors {
  const { anchors, rulesOf, ...table } = JSON.parse(anchorsJson()) as StoredAnchors
  return { anchors, rulesOf, table: () => ({ ...table, image: anchorImage() }) }
}

function withRemedy(rule: Omit<Rule, 'remedy'>, index: number): Rule {
  const get = () => {
    remedies ??= JSON.parse(remediesJson()) as StoredRemedies
    return remedies.list[remedies.of[index]!]
  }
  return Object.defineProperty(rule, 'remedy', { enumerable: true, get }) as Rule
}
