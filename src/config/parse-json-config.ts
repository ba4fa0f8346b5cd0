import { UsageError } from '../errors/usage-error.ts'
import { RuleProblem } from '../ruleset/rule-problem.ts'
import { toPosition } from '../ruleset/text-position.ts'
import { compileConfig } from './compile-config.ts'
import { type Config, DEFAULT_CONFIG } from './config.ts'
import { locateJson } from './locate-json.ts'

/** A JSON configuration, or the part of `package.json` under `key`; throws UsageError with file, line and column. */
export function parseJsonConfig(json: string, file: string, key: string | undefined): Config {
  const value = key === undefined ? parse(json, file) : (parse(json, file) as Record<string, unknown> | null)?.[key]
  // The name of a dependency or of a script may hold the word as well.
  if (key !== undefined && value === undefined) return DEFAULT_CONFIG
  try {
    return compileConfig(value, file)
  } catch (error) {
    if (!(error instanceof RuleProblem)) throw error
    const path = key === undefined ? error.path : [key, ...error.path]
    throw new UsageError(`${at(json, file, locateJson(json, path))} ${error.message}`, { cause: error })
  }
}

function parse(json: string, file: string): unknown {
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
