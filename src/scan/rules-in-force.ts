import type { Config } from '../config/config.ts'
import { extendPrepared } from '../detect/extend-prepared.ts'
import { UsageError } from '../errors/usage-error.ts'
import { narrowPrepared } from '../ruleset/narrow-prepared.ts'
import { nearIds } from '../ruleset/near-ids.ts'
import type { PreparedRules, Rule, RuleSet, Severity } from '../types.ts'
import { SEVERITIES } from '../types.ts'

/** What decides whether a rule is in force. */
interface Named {
  readonly id: string
  readonly severity: Severity
  /** Built-in rules first, then the person's own. */
  readonly number: number
}

/** Rules that are asked for and not in force: a scan without them would find nothing and look clean. */
function checkAsked(only: readonly string[], all: readonly Named[], isInForce: (rule: Named) => boolean): void {
  for (const id of only) {
    const rule = all.find(one => one.id === id)
    if (!rule) {
      const near = nearIds(
        id,
        all.map(one => one.id),
      )
      const there = near.length > 0 ? `There are ${near.join(', ')}.` : 'keyscan rules list shows all rules.'
      throw new UsageError(`--rule ${id}: there is no such rule. ${there}`)
    }
    if (isInForce(rule)) continue
    throw new UsageError(
      `--rule ${id}: the configuration leaves this rule out ("disable", or "min-severity" above ${rule.severity}).`,
    )
  }
}

/** The built-in rules and the person's own; one of the same name takes the place of a built-in one. */
export function allRules(builtIn: RuleSet, { rules: own }: Config): RuleSet {
  if (own.length === 0) return builtIn
  return {
    rules: [...builtIn.rules.filter(rule => !own.some(({ id }) => id === rule.id)), ...own],
    hash: builtIn.hash,
  }
}

function namesOf(set: RuleSet): ReturnType<PreparedRules['names']> {
  // To ask for the rules makes them all.
  if (set.prepared) return set.prepared.names()
  return { ids: set.rules.map(({ id }) => id), severities: set.rules.map(({ severity }) => severity) }
}

/** The built-in rules and the person's own, less those that are disabled, too mild, or not asked for by `--rule`. */
export function rulesInForce(builtIn: RuleSet, config: Config, only: readonly string[]): RuleSet {
  const { rules: own, disabledRules, minSeverity } = config
  if (own.length === 0 && disabledRules.length === 0 && minSeverity === 'low' && only.length === 0) return builtIn
  const { ids, severities } = namesOf(builtIn)
  const all: readonly Named[] = [
    ...ids.map((id, number) => ({ id, severity: severities[number]!, number })),
    ...own.map(({ id, severity }, i) => ({ id, severity, number: ids.length + i })),
  ].filter(({ id, number }) => number >= ids.length || !own.some(rule => rule.id === id))
  const mildest = SEVERITIES.indexOf(minSeverity)
  const isInForce = ({ id, severity }: Named): boolean =>
    !disabledRules.includes(id) && SEVERITIES.indexOf(severity) >= mildest
  checkAsked(only, all, isInForce)
  const left = all.filter(rule => isInForce(rule) && (only.length === 0 || only.includes(rule.id)))
  const numbers = new Set(left.map(({ number }) => number))
  const told = [builtIn.hash, ...left.map(({ id }) => id), ...own.map(rule => JSON.stringify(rule))]
  const ownLeft = own.filter((_, i) => numbers.has(ids.length + i))
  const { prepared } = builtIn
  let rules: readonly Rule[] | undefined
  return {
    hash: `${builtIn.hash}+${hashOf(told.join('\n'))}`,
    ...(prepared && {
      prepared: extendPrepared(
        narrowPrepared(prepared, number => numbers.has(number)),
        ownLeft,
      ),
    }),
    get rules() {
      rules ??= [...builtIn.rules.filter((_, number) => numbers.has(number)), ...ownLeft]
      return rules
    },
  }
}

/** Tells one narrowed rule set from another; not a cryptographic matter. */
function hashOf(text: string): string {
  let hash = 5381
  for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 33) ^ text.charCodeAt(i)) >>> 0
  return hash.toString(16)
}
