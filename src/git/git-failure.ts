import { GitError } from '../errors/git-error.ts'
import type { GitEnd } from './spawn-git.ts'

/** Lines of git's words that a message carries: enough for its reason and its hint. */
const SHOWN_LINES = 6

const ENDLESS = 'there are objects here that are made from themselves; `keyscan --history` names them'

/** The error for a git that failed, in git's own words: `git rev-parse: Needed a single revision`. */
export function gitFailure(args: readonly string[], end: GitEnd): GitError {
  const command = `git ${args.find(argument => !argument.startsWith('-')) ?? ''}`.trim()
  if (end.endless) return new GitError(`${command}: it goes round in circles: ${ENDLESS}`)
  const words = end.stderr
    .split(/\r?\n/)
    .filter(line => line.trim() !== '')
    .slice(-SHOWN_LINES)
    .join('\n')
    .replace(/^fatal: /, '')
  if (words !== '') return new GitError(`${command}: ${words}`)
  return new GitError(end.signal === null ? `${command}: exit code ${end.code}` : `${command}: ended by ${end.signal}`)
}
