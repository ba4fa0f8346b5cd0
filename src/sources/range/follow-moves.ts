import { GitError } from '../../errors/git-error.ts'
import { readCommitLog } from '../../git/read-commit-log.ts'
import type { SpawnGitOptions } from '../../git/spawn-git.ts'
import type { ObjectId } from '../../types.ts'
import { contentsBefore } from './contents-before.ts'

/** Where a file was before the commit that brought it to its path. */
export interface Move {
  readonly before: readonly ObjectId[]
  readonly oldPath: string | undefined
}

/** As git does by default, whatever is configured. */
const FOLLOW = ['--find-renames=50%', '--find-copies=50%', '-l1000']

export const moveKey = (commit: ObjectId, path: string): string => `${commit} ${path}`

/** Of these commits, files that were moved or copied, and changed: by moveKey. */
export async function followMoves(
  git: SpawnGitOptions,
  commits: readonly ObjectId[],
): Promise<ReadonlyMap<string, Move>> {
  const moves = new Map<string, Move>()
  if (commits.length === 0) return moves
  try {
    await readCommitLog(git, ['--no-walk=unsorted', ...FOLLOW], commits, {
      change(change, { id }) {
        const { path, oldPath } = change
        moves.set(moveKey(id, path), { before: contentsBefore(change), oldPath })
      },
    })
  } catch (error) {
    // A file that is missing, damaged or made from itself ends git: then what was moved as it is has to do.
    if (!(error instanceof GitError)) throw error
  }
  return moves
}
