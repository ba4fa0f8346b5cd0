import type { Config } from '../config/config.ts'
import { UsageError } from '../errors/usage-error.ts'
import type { RuleSet } from '../types.ts'
import { SEVERITIES } from '../types.ts'

/** The built-in rules and the person's own, less those that are disabled, too mild, or not asked for by `--rule`. */
export function rulesInForce(builtIn: RuleSet, config: Config, only: readonly string[]): RuleSet {
  const unnarrowed =
    config.rules.length === 0 && config.disabledRules.length === 0 && config.minSeverity === 'low' && only.length === 0
  if (unnarrowed) return builtIn
  const all = [...builtIn.rules.filter(rule => !config.rules.some(own => own.id === rule.id)), ...config.rules]
  const unknown = only.find(id => !all.some(rule => rule.id === id))
  if (unknown !== undefined) {
    const near = all.filter(rule => rule.id.startsWith(unknown.split('-')[0]!)).map(rule => rule.id)
    throw new UsageError(
      `--rule ${unknown}: there is no such rule.${near.length > 0 ? ` There are ${near.slice(0, 8).join(', ')}.` : ''}`,
    )
  }
  const mildest = SEVERITIES.indexOf(config.minSeverity)
  const rules = all.filter(
    rule =>
      !config.disabledRules.includes(rule.id) &&
      SEVERITIES.indexOf(rule.severity) >= mildest &&
      (only.length === 0 || only.includes(rule.id)),
  )
  const own = [builtIn.hash, ...rules.map(rule => rule.id), ...config.rules.map(rule => rule.pattern)]
  return { rules, hash: own.length === 1 ? builtIn.hash : `${builtIn.hash}+${hashOf(own.join('\n'))}` }
}

/** Tells one narrowed rule set from another; not a cryptographic matter. */
function hashOf(text: string): string {
  let hash = 5381
  for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 33) ^ text.charCodeAt(i)) >>> 0
  return hash.toString(16)
}
