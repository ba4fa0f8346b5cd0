import { UsageError } from '../errors/usage-error.ts'
import { RuleProblem } from '../ruleset/rule-problem.ts'
import { toPosition } from '../ruleset/text-position.ts'
import { compileConfig } from './compile-config.ts'
import { type Config, DEFAULT_CONFIG } from './config.ts'
import { locateJson } from './locate-json.ts'
import { nestingProblem } from './nesting-problem.ts'

/** A JSON configuration, or the part of `package.json` under `key`; throws UsageError with file, line and column. */
export function parseJsonConfig(json: string, file: string, key: string | undefined): Config {
  const value =
    key === undefined ? parseJson(json, file) : (parseJson(json, file) as Record<string, unknown> | null)?.[key]
  // The name of a dependency or of a script may hold the word as well.
  if (key !== undefined && value === undefined) return DEFAULT_CONFIG
  try {
    return compileConfig(value, file)
  } catch (error) {
    if (!(error instanceof RuleProblem)) throw error
    const path = key === undefined ? error.path : [key, ...error.path]
    throw jsonProblem(json, file, new RuleProblem(path, error.message, { cause: error }))
  }
}

/** The problem as the person sees it who wrote the file. */
export function jsonProblem(json: string, file: string, problem: RuleProblem): UsageError {
  return new UsageError(`${at(json, file, locateJson(json, problem.path))} ${problem.message}`, { cause: problem })
}

/** What a JSON text holds; throws UsageError "file:line:column: …". */
export function parseJson(json: string, file: string): unknown {
  const deep = nestingProblem(json)
  if (deep !== undefined) throw new UsageError(`${at(json, file, deep)} nested too deep`)
  try {
    return JSON.parse(json)
  } catch (cause) {
    // Unexpected token } in JSON at position 12
    const message = (cause as Error).message
    const offset = Number(/at position (\d+)/.exec(message)?.[1] ?? json.length)
    throw new UsageError(`${at(json, file, offset)} not valid JSON: ${message.split('\n')[0]}`, { cause })
  }
}

function at(json: string, file: string, offset: number): string {
  const { line, column } = toPosition(json, offset)
  return `${file}:${line}:${column}:`
}
