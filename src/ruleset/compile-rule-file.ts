import { parse, TomlError } from 'smol-toml'
import * as v from 'valibot'
import { UsageError } from '../errors/usage-error.ts'
import type { Rule } from '../types.ts'
import { compileRule } from './compile-rule.ts'
import { locateToml, positionInValue } from './locate-toml.ts'
import { ruleFileSchema } from './rule-file-schema.ts'
import { RuleProblem } from './rule-problem.ts'
import { schemaError } from './schema-error.ts'

/** The rules of one file of `rules/`, checked; throws UsageError "file:line:column: what is wrong, what is allowed". */
export function compileRuleFile(toml: string, file: string): readonly Rule[] {
  const parsed = v.safeParse(ruleFileSchema, parseToml(toml, file))
  if (!parsed.success) {
    const { path, message } = schemaError(ruleFileSchema, parsed.issues[0])
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

/** The same problem, seen from the file. */
export function inRule(problem: RuleProblem, index: number, id: string): RuleProblem {
  const options = { cause: problem, ...(problem.offset === undefined ? {} : { offset: problem.offset }) }
  return new RuleProblem(['rule', index, ...problem.path], `rule "${id}": ${problem.message}`, options)
}

export function parseToml(toml: string, file: string): unknown {
  try {
    return parse(toml)
  } catch (error) {
    if (!(error instanceof TomlError)) throw error
    const what = error.message.split('\n')[0]!.replace(/^Invalid TOML document: /, '')
    throw new UsageError(`${file}:${error.line}:${error.column}: not valid TOML: ${what}`, { cause: error })
  }
}

export function tomlProblem(toml: string, file: string, problem: RuleProblem): UsageError {
  const { line, column } =
    problem.offset === undefined ? locateToml(toml, problem.path) : positionInValue(toml, problem.path, problem.offset)
  return new UsageError(`${file}:${line}:${column}: ${problem.message}`, { cause: problem })
}
