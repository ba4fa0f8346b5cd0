import { GitError } from '../errors/git-error.ts'
import { COMMIT_LOG_ARGS, createCommitLogParser, type LoggedCommit } from '../git/commit-log.ts'
import { streamGit } from '../git/stream-git.ts'
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
  const parser = createCommitLogParser({ commit: commit => found.set(commit.id, commit), change: () => undefined })
  const git = streamGit([...COMMIT_LOG_ARGS, '--no-patch', '--no-walk=unsorted', '--stdin', '--'], { cwd })
  git.stdin.end(`${ids.join('\n')}\n`)
  try {
    for await (const chunk of git.stdout) parser.push(chunk)
    parser.end()
  } catch (error) {
    if (!(error instanceof GitError)) throw error
  }
  return found
}
