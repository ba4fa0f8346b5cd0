import { COMMIT_LOG_ARGS, createCommitLogParser, type LoggedCommit } from '../../git/commit-log.ts'
import type { RawChange } from '../../git/parse-raw-diff.ts'
import type { SpawnGitOptions } from '../../git/spawn-git.ts'
import { streamGit } from '../../git/stream-git.ts'
import type { ObjectId } from '../../types.ts'

export const SUBMODULE = '160000'
export const DELETED = '000000'

export interface ChangeVisitor {
  commit?(commit: LoggedCommit): void
  change(change: RawChange, commit: LoggedCommit): void
}

/** What commits changed, from new to old. `options`: which renames and copies are followed, and how commits are walked. */
export async function loggedChanges(
  git: SpawnGitOptions,
  options: readonly string[],
  revisions: readonly string[],
  visitor: ChangeVisitor,
): Promise<void> {
  let commit: LoggedCommit
  const parser = createCommitLogParser({
    commit(next) {
      commit = next
      visitor.commit?.(next)
    },
    change: change => visitor.change(change, commit),
  })
  const log = streamGit([...COMMIT_LOG_ARGS, ...options, '--stdin', '--'], git)
  log.stdin.end(`${revisions.join('\n')}\n`)
  for await (const chunk of log.stdout) parser.push(chunk)
  parser.end()
}

/** What stood there before: of a merge, in each of its parents. */
export function contentsBefore({ before }: RawChange): readonly ObjectId[] {
  const contents = before.filter(({ mode }) => mode !== DELETED && mode !== SUBMODULE)
  return [...new Set(contents.map(({ id }) => id))]
}
