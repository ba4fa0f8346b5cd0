import { existsSync } from 'node:fs'
import { GitError } from '../errors/git-error.ts'

/** The error for a git that could not even be started. */
export function gitNotStarted(cause: NodeJS.ErrnoException, cwd: string): GitError {
  if (!existsSync(cwd)) return new GitError(`no such folder: ${cwd}`, { cause })
  if (cause.code === 'ENOENT') {
    return new GitError('git was not found: install it (https://git-scm.com/downloads) or put it on the PATH', {
      cause,
    })
  }
  return new GitError(`git could not be started: ${cause.message}`, { cause })
}
