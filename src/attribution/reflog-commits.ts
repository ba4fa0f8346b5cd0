import { GitError } from '../errors/git-error.ts'
import type { Repository } from '../git/find-repository.ts'
import { runGit } from '../git/run-git.ts'
import type { ObjectId } from '../types.ts'

/** `--stdin`, which stays empty: git does not take it for a mistake then that there may be no reflog. */
const REFLOGS: readonly string[] = ['rev-list', '--no-walk=unsorted', '--reflog', '--stdin']

/** Commits that only a reflog keeps: what was there a while ago is not dangling yet. undefined where git cannot read one of them. */
export async function reflogCommits({ root }: Repository): Promise<readonly ObjectId[] | undefined> {
  try {
    return (await runGit(REFLOGS, { cwd: root })).toString('latin1').split('\n').filter(Boolean)
  } catch (error) {
    if (!(error instanceof GitError)) throw error
    return undefined
  }
}
