import { readFileSync, statSync } from 'node:fs'
import { UsageError } from '../errors/usage-error.ts'
import { toPosition } from '../ruleset/text-position.ts'
import { utf8Problem } from './utf8-problem.ts'

/** Ten thousand rules are a tenth of it. */
const MAX_BYTES = 64 * 1024 * 1024

/** What `<(…)` of a shell gives has somebody who writes into it; any other pipe would be waited for without end. */
const OPEN_ALREADY = /^\/(?:dev|proc)\//

/** A file of rules or settings as text; throws UsageError with line and column where it is no UTF-8. `shown` is what messages call it. */
export function readConfigText(file: string, shown: string): string {
  let bytes: Buffer
  try {
    if (statSync(file).isFIFO() && !OPEN_ALREADY.test(file)) throw new UsageError(`${shown} is a pipe, not a file`)
    bytes = readFileSync(file)
  } catch (cause) {
    if (cause instanceof UsageError) throw cause
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
  if (code === 'ELOOP') return `${shown} is a link that leads back to itself`
  return `${shown} cannot be read as configuration: ${message}`
}
