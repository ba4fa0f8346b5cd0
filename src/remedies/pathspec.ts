import { shellQuote } from './shell-quote.ts'

/** A path as git's commands take it: for exactly this file, and from wherever in the repository the person stands. */
export function pathspec(path: string, fromRoot: boolean): string {
  const literal = /[*?[\\]/.test(path) || path.startsWith(':')
  if (literal) return shellQuote(`:(${fromRoot ? 'top,' : ''}literal)${path}`)
  // After `:/` git takes a sign for the name of a magic.
  const top = /^[\p{L}\p{N}._]/u.test(path) ? ':/' : ':(top)'
  return shellQuote(fromRoot ? top + path : path)
}
