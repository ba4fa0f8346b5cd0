import { GitError } from '../../errors/git-error.ts'
import { COMMIT_LOG_ARGS, createCommitLogParser, type LoggedCommit } from '../../git/commit-log.ts'
import type { RawChange } from '../../git/parse-raw-diff.ts'
import type { SpawnGitOptions } from '../../git/spawn-git.ts'
import { streamGit } from '../../git/stream-git.ts'
import type { ObjectId } from '../../types.ts'

/** A commit of the range brought a blob to a path. */
interface RangePlace {
  readonly commit: LoggedCommit
  readonly path: string
  readonly before: readonly ObjectId[]
}

interface NewName {
  readonly commit: LoggedCommit
  readonly path: string
  /** What the file was called before. */
  readonly oldPath: string | undefined
}

export interface RangeChanges {
  readonly commits: ReadonlyMap<ObjectId, LoggedCommit>
  readonly blobs: ReadonlyMap<ObjectId, readonly RangePlace[]>
  /** Paths that were not there before, by path. */
  readonly names: ReadonlyMap<string, NewName>
  readonly submodules: ReadonlySet<string>
}

const SUBMODULE = '160000'
const DELETED = '000000'

/** Renames and copies are followed as git does by default, whatever is configured. */
const FOLLOW = ['--find-renames=50%', '--find-copies=50%', '-l1000']
/** The same where contents may not be there: only files that were moved or copied as they are. */
const FOLLOW_EXACT = ['--find-renames=100%', '--find-copies=100%']

const isNew = ({ status }: RawChange): boolean => /^[ARC]+$/.test(status)

async function readLog(
  git: SpawnGitOptions,
  revisions: readonly string[],
  follow: readonly string[],
): Promise<RangeChanges> {
  const commits = new Map<ObjectId, LoggedCommit>()
  const blobs = new Map<ObjectId, RangePlace[]>()
  const names = new Map<string, NewName>()
  const submodules = new Set<string>()
  let commit: LoggedCommit
  const parser = createCommitLogParser({
    commit(next) {
      commit = next
      commits.set(next.id, next)
    },
    change(change) {
      const { path, oldPath, after } = change
      if (after.mode === DELETED) return
      // From new to old: the commit that is left in the end is the first.
      if (isNew(change)) names.set(path, { commit, path, oldPath })
      if (after.mode === SUBMODULE) {
        submodules.add(path)
        return
      }
      const before = change.before.filter(({ mode }) => mode !== DELETED && mode !== SUBMODULE).map(({ id }) => id)
      // Only its mode changed.
      if (before.includes(after.id) && !isNew(change)) return
      const place = { commit, path, before: [...new Set(before)] }
      const known = blobs.get(after.id)
      if (known) known.push(place)
      else blobs.set(after.id, [place])
    },
  })
  const log = streamGit([...COMMIT_LOG_ARGS, '--topo-order', ...follow, '--stdin', '--'], git)
  log.stdin.end(`${revisions.join('\n')}\n`)
  for await (const chunk of log.stdout) parser.push(chunk)
  parser.end()
  return { commits, blobs, names, submodules }
}

/** What the commits of a range bring in. */
export async function rangeChanges(
  git: SpawnGitOptions,
  revisions: readonly string[],
  partial: boolean,
): Promise<RangeChanges> {
  if (partial) return readLog(git, revisions, FOLLOW_EXACT)
  try {
    return await readLog(git, revisions, FOLLOW)
  } catch (error) {
    if (!(error instanceof GitError)) throw error
    // To tell how alike two files are git reads them: one that is missing, damaged or made from itself ends it. Without that it may do.
    return readLog(git, revisions, FOLLOW_EXACT)
  }
}
