import { basename } from 'node:path'
import * as v from 'valibot'
import { UsageError } from '../errors/usage-error.ts'
import { compileRule, type RuleDefaults } from '../ruleset/compile-rule.ts'
import { inRule } from '../ruleset/in-rule.ts'
import { parseToml } from '../ruleset/parse-toml.ts'
import { type RawRule, ruleSchema } from '../ruleset/rule-file-schema.ts'
import { RuleProblem } from '../ruleset/rule-problem.ts'
import { schemaError } from '../ruleset/schema-error.ts'
import { tomlProblem } from '../ruleset/toml-problem.ts'
import type { Rule } from '../types.ts'
import { configSchema } from './config-schema.ts'
import { jsonProblem, parseJson } from './parse-json-config.ts'

/** "file:line:column: what is wrong". The place is looked for when somebody asks: of thousands few are shown. */
export type Complaint = () => string

/** A rule that compiles, as it was written and as it is run. */
export interface CheckedRule {
  readonly raw: RawRule
  readonly rule: Rule
  /** Of a place in this rule. */
  complaint(path: RuleProblem['path'], message: string): Complaint
}

export interface RuleFileCheck {
  readonly rules: readonly CheckedRule[]
  readonly problems: readonly Complaint[]
}

/** What holds `[[rule]]`: a file in the format of `rules/`, a `.keyscan.toml`, or `keyscan` in a `package.json`. */
interface RuleFile {
  readonly value: unknown
  locate(problem: RuleProblem): string
}

function open(text: string, file: string): RuleFile {
  if (!file.endsWith('.json')) {
    return { value: parseToml(text, file), locate: problem => tomlProblem(text, file, problem).message }
  }
  const whole = parseJson(text, file)
  const key = basename(file) === 'package.json' ? ['keyscan'] : []
  const value = key.length > 0 ? (whole as Record<string, unknown> | null)?.keyscan : whole
  return {
    value,
    locate: problem =>
      jsonProblem(text, file, new RuleProblem([...key, ...problem.path], problem.message, { cause: problem })).message,
  }
}

/** Unlike a scan, which stops at the first fault, this finds them all: one for each rule, and one in what stands round the rules. */
export function checkRuleFile(text: string, file: string): RuleFileCheck {
  let opened: RuleFile
  try {
    opened = open(text, file)
  } catch (error) {
    if (error instanceof UsageError) return { rules: [], problems: [() => error.message] }
    throw error
  }
  const { locate } = opened
  const { rule: written = [], ...rest } = (opened.value ?? {}) as { rule?: unknown }
  const problems: Complaint[] = []
  const parsed = v.safeParse(configSchema, rest)
  if (!parsed.success) {
    const { path, message } = schemaError(configSchema, parsed.issues)
    problems.push(() => locate(new RuleProblem(path, message)))
  }
  if (!Array.isArray(written) || written.length === 0) {
    problems.push(() => `${file}: holds no [[rule]]`)
    return { rules: [], problems }
  }
  const defaults = defaultsOf(parsed.success ? parsed.output : {}, file)
  const ids = new Set<string>()
  const rules: CheckedRule[] = []
  for (const [index, one] of written.entries()) {
    try {
      rules.push(checkRule(one, index, defaults, ids, locate))
    } catch (error) {
      if (!(error instanceof RuleProblem)) throw error
      problems.push(() => locate(error))
    }
  }
  return { rules, problems }
}

function defaultsOf({ provider, remedy = {} }: v.InferOutput<typeof configSchema>, file: string): RuleDefaults {
  const { id, name, source } = provider ?? { id: 'custom', name: 'Custom', source: file }
  return { provider: id, providerName: name, source, remedy }
}

function checkRule(
  written: unknown,
  index: number,
  defaults: RuleDefaults,
  ids: Set<string>,
  locate: RuleFile['locate'],
): CheckedRule {
  const parsed = v.safeParse(ruleSchema, written)
  if (!parsed.success) {
    const { path, message } = schemaError(ruleSchema, parsed.issues)
    throw new RuleProblem(['rule', index, ...path], message)
  }
  const raw = parsed.output
  try {
    if (ids.has(raw.id)) throw new RuleProblem(['id'], 'this id is used twice; give one another id')
    ids.add(raw.id)
    const rule = compileRule(raw, defaults)
    const complaint: CheckedRule['complaint'] = (path, message) => () =>
      locate(inRule(new RuleProblem(path, message), index, raw.id))
    return { raw, rule, complaint }
  } catch (error) {
    throw error instanceof RuleProblem ? inRule(error, index, raw.id) : error
  }
}
