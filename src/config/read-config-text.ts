import { readFileSync } from 'node:fs'
import { UsageError } from '../errors/usage-error.ts'
import { toPosition } from '../ruleset/text-position.ts'
import { utf8Problem } from './utf8-problem.ts'

/** Ten thousand rules are a tenth of it. */
const MAX_BYTES = 64 * 1024 * 1024

/** A file of rules or settings as text; throws UsageError with line and column where it is no UTF-8. `shown` is what messages call it. */
export function readConfigText(file: string, shown: string): string {
  let bytes: Buffer
  try {
    bytes = readFileSync(file)
  } catch (cause) {
    throw new UsageError(whyUnreadable(shown, cause as NodeJS.ErrnoException), { cause })
  }
  if (bytes.length > MAX_BYTES) {
    throw new UsageError(`${shown} has ${bytes.length} bytes; at most ${MAX_BYTES} are read as configuration`)
  }
  const text = bytes.toString('utf8')
  const offset = utf8Problem(bytes, text)
  // Editors on Windows put a byte order mark in front, which is no part of TOML or JSON.
  if (offset === undefined) return text.replace(/^\uFEFF/, '')
  const { line, column } = toPosition(text, offset)
  throw new UsageError(`${shown}:${line}:${column}: not valid UTF-8: save the file as UTF-8`)
}

function whyUnreadable(shown: string, { code, message }: NodeJS.ErrnoException): string {
  if (code === 'ENOENT' || code === 'ENOTDIR') return `no such file: ${shown}`
  if (code === 'EISDIR') return `${shown} is a folder: name the file in it that holds the configuration`
  if (code === 'EACCES' || code === 'EPERM') return `${shown} may not be read: give yourself permission to read it`
  return `${shown} cannot be read as configuration: ${message}`
}
