import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { GitError } from '../errors/git-error.ts'
import type { Repository } from '../git/find-repository.ts'
import { gitEnvironment } from '../git/git-environment.ts'
import { runGit } from '../git/run-git.ts'
import type { ObjectId } from '../types.ts'

const linesOf = (bytes: Buffer): readonly ObjectId[] => bytes.toString('latin1').split('\n').filter(Boolean)

/** `--stdin`, which stays empty: git does not take it for a mistake then that there may be no reflog. */
const REFLOGS: readonly string[] = ['rev-list', '--no-walk=unsorted', '--reflog', '--stdin']

/** Commits that only a reflog keeps: what was there a while ago is not dangling yet. undefined where git cannot read one of them. */
export async function reflogCommits({ root }: Repository): Promise<readonly ObjectId[] | undefined> {
  try {
    return linesOf(await runGit(REFLOGS, { cwd: root }))
  } catch (error) {
    if (!(error instanceof GitError)) throw error
    return undefined
  }
}

/** Commits whose parents a shallow clone leaves out: https://git-scm.com/docs/shallow. An id a line. */
export function shallowBoundary({ commonDir, shallow }: Repository): readonly ObjectId[] {
  if (!shallow) return []
  const file = gitEnvironment().GIT_SHALLOW_FILE ?? join(commonDir, 'shallow')
  return existsSync(file) ? linesOf(readFileSync(file)) : []
}
