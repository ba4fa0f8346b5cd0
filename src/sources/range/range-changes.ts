import type { LoggedCommit } from '../../git/commit-log.ts'
import { ABSENT, SUBMODULE } from '../../git/entry-modes.ts'
import type { RawChange } from '../../git/parse-raw-diff.ts'
import { readCommitLog } from '../../git/read-commit-log.ts'
import type { SpawnGitOptions } from '../../git/spawn-git.ts'
import type { ObjectId } from '../../types.ts'
import { contentsBefore } from './contents-before.ts'

/** A commit of the range brought a blob to a path. */
export interface RangePlace {
  readonly commit: LoggedCommit
  readonly path: string
  readonly before: readonly ObjectId[]
  /** In one of the commit's parents there was nothing here, unless followMoves knows better. */
  readonly isAdded: boolean
}

interface NewName {
  readonly commit: LoggedCommit
  readonly path: string
  /** What the file was called before, if it was moved as it is. */
  readonly oldPath: string | undefined
}

export interface RangeChanges {
  readonly commits: ReadonlyMap<ObjectId, LoggedCommit>
  readonly blobs: ReadonlyMap<ObjectId, readonly RangePlace[]>
  /** Paths that were not there before, by path. */
  readonly names: ReadonlyMap<string, NewName>
  readonly submodules: ReadonlySet<string>
}

/**
 * Only files that were moved or copied as they are: to tell how alike two others are git reads them, which takes fifty times as long where there are many
 * merges (git/git: 4 s against 0.1 for the last hundred). That is asked later, of the few commits where it matters: followMoves.
 */
const FOLLOW_EXACT = ['--find-renames=100%', '--find-copies=100%']

const isNew = ({ status }: RawChange): boolean => /^[ARC]+$/.test(status)

/** What the commits of a range bring in. */
export async function rangeChanges(git: SpawnGitOptions, revisions: readonly string[]): Promise<RangeChanges> {
  const commits = new Map<ObjectId, LoggedCommit>()
  const blobs = new Map<ObjectId, RangePlace[]>()
  const names = new Map<string, NewName>()
  const submodules = new Set<string>()
  await readCommitLog(git, ['--topo-order', ...FOLLOW_EXACT], revisions, {
    commit: commit => commits.set(commit.id, commit),
    change(change, commit) {
      const { path, oldPath, after } = change
      if (after.mode === ABSENT) return
      // From new to old: the commit that is left in the end is the first.
      if (isNew(change)) names.set(path, { commit, path, oldPath })
      if (after.mode === SUBMODULE) {
        submodules.add(path)
        return
      }
      const before = contentsBefore(change)
      // Only its mode changed.
      if (before.includes(after.id) && !isNew(change)) return
      const place = { commit, path, before, isAdded: change.status.includes('A') }
      const known = blobs.get(after.id)
      if (known) known.push(place)
      else blobs.set(after.id, [place])
    },
  })
  return { commits, blobs, names, submodules }
}
