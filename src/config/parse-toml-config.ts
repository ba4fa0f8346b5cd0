import { parseToml } from '../ruleset/parse-toml.ts'
import { RuleProblem } from '../ruleset/rule-problem.ts'
import { tomlProblem } from '../ruleset/toml-problem.ts'
import { compileConfig } from './compile-config.ts'
import type { Config } from './config.ts'

/** A `.keyscan.toml`; throws UsageError with file, line and column. */
export function parseTomlConfig(toml: string, file: string): Config {
  const value = parseToml(toml, file)
  try {
    return compileConfig(value, file)
  } catch (error) {
    throw error instanceof RuleProblem ? tomlProblem(toml, file, error) : error
  }
}
