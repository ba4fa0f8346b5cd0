import * as v from 'valibot'
import type { Rule } from '../types.ts'
import { compileRule } from './compile-rule.ts'
import { inRule } from './in-rule.ts'
import { parseToml } from './parse-toml.ts'
import { ruleFileSchema } from './rule-file-schema.ts'
import { RuleProblem } from './rule-problem.ts'
import { schemaError } from './schema-error.ts'
import { tomlProblem } from './toml-problem.ts'

/** The rules of one file of `rules/`, checked; throws UsageError "file:line:column: what is wrong, what is allowed". */
export function compileRuleFile(toml: string, file: string): readonly Rule[] {
  const parsed = v.safeParse(ruleFileSchema, parseToml(toml, file))
  if (!parsed.success) {
    const { path, message } = schemaError(ruleFileSchema, parsed.issues)
    throw tomlProblem(toml, file, new RuleProblem(path, message))
  }
  const { provider, remedy = {}, rule: rules } = parsed.output
  const defaults = { provider: provider.id, providerName: provider.name, source: provider.source, remedy }
  return rules.map((raw, index) => {
    try {
      if (raw.id !== provider.id && !raw.id.startsWith(`${provider.id}-`)) {
        throw new RuleProblem(['id'], `must start with the provider's id: "${provider.id}-…"`)
      }
      if (raw.pattern !== undefined && !raw.examples?.length) {
        throw new RuleProblem(['examples'], '"examples" is missing: a rule in rules/ is tested by them')
      }
      return compileRule(raw, defaults)
    } catch (error) {
      throw error instanceof RuleProblem ? tomlProblem(toml, file, inRule(error, index, raw.id)) : error
    }
  })
}
