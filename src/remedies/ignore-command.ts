import { ignoreLine } from './ignore-line.ts'
import { shellQuote } from './shell-quote.ts'

/** Appends to the .gitignore at the root, also to one whose last line has no end. */
export function ignoreCommand(path: string, fromRoot: boolean): string {
  const file = fromRoot ? '"$(git rev-parse --show-toplevel)/.gitignore"' : '.gitignore'
  return `printf '\\n%s\\n' ${shellQuote(ignoreLine(path))} >> ${file}`
}
