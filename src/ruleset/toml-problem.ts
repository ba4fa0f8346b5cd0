import { UsageError } from '../errors/usage-error.ts'
import { locateToml, positionInValue } from './locate-toml.ts'
import type { RuleProblem } from './rule-problem.ts'

/** The problem as the person sees it who wrote the file: "file:line:column: what is wrong, what is allowed". */
export function tomlProblem(toml: string, file: string, problem: RuleProblem): UsageError {
  const { line, column } =
    problem.offset === undefined ? locateToml(toml, problem.path) : positionInValue(toml, problem.path, problem.offset)
  return new UsageError(`${file}:${line}:${column}: ${problem.message}`, { cause: problem })
}
