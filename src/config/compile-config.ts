import * as v from 'valibot'
import { compileRule, type RuleDefaults } from '../ruleset/compile-rule.ts'
import { compileRuleSet } from '../ruleset/compile-rule-set.ts'
import { globProblem } from '../ruleset/glob-problem.ts'
import { inRule } from '../ruleset/in-rule.ts'
import { loadRules } from '../ruleset/load.ts'
import { nearIds } from '../ruleset/near-ids.ts'
import { RuleProblem } from '../ruleset/rule-problem.ts'
import { schemaError } from '../ruleset/schema-error.ts'
import type { Rule } from '../types.ts'
import { type Config, DEFAULT_CONFIG } from './config.ts'
import { configSchema, type RawConfig } from './config-schema.ts'

/** Checks what a configuration file holds; throws RuleProblem, whose path leads to the fault. */
export function compileConfig(value: unknown, source: string): Config {
  const parsed = v.safeParse(configSchema, value)
  if (!parsed.success) {
    const { path, message } = schemaError(configSchema, parsed.issues)
    throw new RuleProblem(path, message)
  }
  const raw = parsed.output
  const rules = ownRules(raw, source)
  const { limits } = DEFAULT_CONFIG
  return {
    rules,
    disabledRules: checkDisabled(raw.disable ?? [], rules),
    exclude: checkExclude(raw.exclude ?? []),
    minSeverity: raw['min-severity'] ?? DEFAULT_CONFIG.minSeverity,
    minConfidence: raw['min-confidence'] ?? DEFAULT_CONFIG.minConfidence,
    limits: {
      blobBytes: raw.limits?.['blob-bytes'] ?? limits.blobBytes,
      valueFolders: raw.limits?.['value-folders'] ?? limits.valueFolders,
      valueFileBytes: raw.limits?.['value-file-bytes'] ?? limits.valueFileBytes,
    },
    source,
  }
}

function ownRules(raw: RawConfig, source: string): readonly Rule[] {
  const { provider = { id: 'custom', name: 'Custom', source }, remedy = {}, rule: own = [] } = raw
  const defaults: RuleDefaults = {
    provider: provider.id,
    providerName: provider.name,
    source: provider.source,
    remedy,
  }
  const rules = own.map((one, index) => {
    try {
      return compileRule(one, defaults)
    } catch (error) {
      throw error instanceof RuleProblem ? inRule(error, index, one.id) : error
    }
  })
  const ids = new Set<string>()
  for (const [index, { id }] of rules.entries()) {
    if (ids.has(id)) throw new RuleProblem(['rule', index, 'id'], `rule id "${id}" is used twice; give one another id`)
    ids.add(id)
  }
  return compileRuleSet(rules).rules
}

function checkDisabled(ids: readonly string[], own: readonly Rule[]): readonly string[] {
  if (ids.length === 0) return ids
  const known = [...(loadRules().prepared?.names().ids ?? []), ...own.map(rule => rule.id)]
  for (const [index, id] of ids.entries()) {
    if (known.includes(id)) continue
    const near = nearIds(id, known)
    const hint = near.length > 0 ? `; there are ${near.join(', ')}` : ''
    throw new RuleProblem(['disable', index], `"disable": there is no rule "${id}"${hint}`)
  }
  return ids
}

function checkExclude(globs: readonly string[]): readonly string[] {
  for (const [index, glob] of globs.entries()) {
    const problem = globProblem(glob)
    if (problem) throw new RuleProblem(['exclude', index], `"exclude": ${problem}`)
  }
  return globs
}
