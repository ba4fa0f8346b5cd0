import type { Config } from '../config/config.ts'
import { decodeMarks } from '../detect/decode/marks.ts'
import { UsageError } from '../errors/usage-error.ts'
import type { Rule, RuleSet } from '../types.ts'
import { SEVERITIES } from '../types.ts'

/** Ids that are shown for one that does not exist. */
const MAX_SUGGESTIONS = 8

/** Rules that are asked for and not in force: a scan without them would find nothing and look clean. */
function checkAsked(only: readonly string[], all: readonly Rule[], isInForce: (rule: Rule) => boolean): void {
  for (const id of only) {
    const rule = all.find(one => one.id === id)
    if (!rule) {
      const near = all.filter(one => one.id.startsWith(id.split('-')[0]!)).map(one => one.id)
      const there = near.length > 0 && id !== '' ? ` There are ${near.slice(0, MAX_SUGGESTIONS).join(', ')}.` : ''
      throw new UsageError(`--rule ${id}: there is no such rule.${there}`)
    }
    if (isInForce(rule)) continue
    throw new UsageError(
      `--rule ${id}: the configuration leaves this rule out ("disable", or "min-severity" above ${rule.severity}).`,
    )
  }
}

/** Marks of the built-in rules are ready made; one too many does no harm. */
function marksOf({ prepared }: RuleSet, own: readonly Rule[]): Pick<RuleSet, 'marks'> {
  return prepared ? { marks: () => [...prepared.marks(), ...(own.length > 0 ? decodeMarks(own) : [])] } : {}
}

/** The built-in rules and the person's own; one of the same name takes the place of a built-in one. */
export function allRules(builtIn: RuleSet, { rules: own }: Config): RuleSet {
  if (own.length === 0) return builtIn
  return {
    rules: [...builtIn.rules.filter(rule => !own.some(({ id }) => id === rule.id)), ...own],
    hash: builtIn.hash,
    ...marksOf(builtIn, own),
  }
}

/** The built-in rules and the person's own, less those that are disabled, too mild, or not asked for by `--rule`. */
export function rulesInForce(builtIn: RuleSet, config: Config, only: readonly string[]): RuleSet {
  const unnarrowed =
    config.rules.length === 0 && config.disabledRules.length === 0 && config.minSeverity === 'low' && only.length === 0
  if (unnarrowed) return builtIn
  const all = allRules(builtIn, config).rules
  const mildest = SEVERITIES.indexOf(config.minSeverity)
  const isInForce = (rule: Rule): boolean =>
    !config.disabledRules.includes(rule.id) && SEVERITIES.indexOf(rule.severity) >= mildest
  checkAsked(only, all, isInForce)
  const rules = all.filter(rule => isInForce(rule) && (only.length === 0 || only.includes(rule.id)))
  const own = [builtIn.hash, ...rules.map(rule => rule.id), ...config.rules.map(rule => JSON.stringify(rule))]
  return { rules, hash: `${builtIn.hash}+${hashOf(own.join('\n'))}`, ...marksOf(builtIn, config.rules) }
}

/** Tells one narrowed rule set from another; not a cryptographic matter. */
function hashOf(text: string): string {
  let hash = 5381
  for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 33) ^ text.charCodeAt(i)) >>> 0
  return hash.toString(16)
}
