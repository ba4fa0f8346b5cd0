import { createHash } from 'node:crypto'
import { UsageError } from '../errors/usage-error.ts'
import type { Rule, RuleSet } from '../types.ts'

/** Hex digits of the hash that names a rule set: enough that no two sets anybody has ever used share one. */
const HASH_DIGITS = 16

/** Puts rules together. The hash depends on what the rules are, not on their order. */
export function compileRuleSet(rules: readonly Rule[]): RuleSet {
  const ids = new Map<string, Rule>()
  for (const rule of rules) {
    const twin = ids.get(rule.id)
    if (twin) {
      const providers = `providers "${twin.provider}" and "${rule.provider}"`
      throw new UsageError(`rule id "${rule.id}" is used twice (${providers}): give one of them another id`)
    }
    ids.set(rule.id, rule)
  }
  const sorted = rules.map(withoutMade).sort((a, b) => (a.id < b.id ? -1 : 1))
  return { rules, hash: createHash('sha256').update(canonicalJson(sorted)).digest('hex').slice(0, HASH_DIGITS) }
}

/** What was made of its globs when keyscan was built makes it no other rule. */
function withoutMade({ pathPattern: _, exceptPathPattern: __, ...rule }: Rule): Rule {
  return rule
}

function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, one: unknown) =>
    one !== null && typeof one === 'object' && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  )
}
