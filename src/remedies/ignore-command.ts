import { posix } from 'node:path'
import { ignoreLine } from './ignore-line.ts'
import { shellQuote } from './shell-quote.ts'

/** Appends to a .gitignore, also to one whose last line has no end; what comes last decides. */
export function ignoreCommand(path: string, file: string, fromRoot: boolean): string {
  const line = ignoreLine(posix.relative(posix.dirname(file), path))
  const target = fromRoot ? `"$(git rev-parse --show-toplevel)/"${shellQuote(file)}` : shellQuote(file)
  return `printf '\\n%s\\n' ${shellQuote(line)} >> ${target}`
}
