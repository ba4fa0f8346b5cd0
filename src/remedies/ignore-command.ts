import { shellQuote } from './shell-quote.ts'

/** A line of .gitignore for exactly this path. https://git-scm.com/docs/gitignore */
function ignoreLine(path: string): string {
  return `/${path.replace(/[\\*?[]/g, '\\$&').replace(/ +$/, spaces => '\\ '.repeat(spaces.length))}`
}

/** Appends to the .gitignore at the root, also to one whose last line has no end. */
export function ignoreCommand(path: string, fromRoot: boolean): string {
  const file = fromRoot ? '"$(git rev-parse --show-toplevel)/.gitignore"' : '.gitignore'
  return `printf '\\n%s\\n' ${shellQuote(ignoreLine(path))} >> ${file}`
}
