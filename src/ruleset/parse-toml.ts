import { parse, TomlError } from 'smol-toml'
import { UsageError } from '../errors/usage-error.ts'

/** What a TOML text holds; throws UsageError "file:line:column: …". */
export function parseToml(toml: string, file: string): unknown {
  try {
    return parse(toml)
  } catch (error) {
    if (!(error instanceof TomlError)) throw error
    const what = error.message.split('\n')[0]!.replace(/^Invalid TOML document: /, '')
    throw new UsageError(`${file}:${error.line}:${error.column}: not valid TOML: ${what}`, { cause: error })
  }
}
