import { GitError } from '../errors/git-error.ts'
import type { LoggedCommit } from '../git/commit-log.ts'
import { readCommitLog } from '../git/read-commit-log.ts'
import type { ObjectId } from '../types.ts'

/**
 * Who made these commits, and when. Git reads encodings and broken dates as nobody else would: it is asked, once, for the few that matter. One that it
 * cannot read ends its answer.
 */
export async function factsOfCommits(
  cwd: string,
  ids: readonly ObjectId[],
): Promise<ReadonlyMap<ObjectId, LoggedCommit>> {
  const found = new Map<ObjectId, LoggedCommit>()
  if (ids.length === 0) return found
  try {
    await readCommitLog({ cwd }, ['--no-walk=unsorted'], ids, {
      commit: commit => found.set(commit.id, commit),
    })
  } catch (error) {
    if (!(error instanceof GitError)) throw error
  }
  return found
}
