import { ABSENT, SUBMODULE } from '../../git/entry-modes.ts'
import { readCommitLog } from '../../git/read-commit-log.ts'
import { runGit } from '../../git/run-git.ts'
import type { SpawnGitOptions } from '../../git/spawn-git.ts'
import type { ObjectId } from '../../types.ts'

/** What commits since a date brought in. */
export interface Since {
  /** Commits, the blobs that they brought in, and annotated tags made since. */
  readonly ids: ReadonlySet<ObjectId>
  /** New or changed paths. */
  readonly paths: ReadonlyMap<string, ReadonlySet<ObjectId>>
  readonly submodules: ReadonlySet<string>
}

/** Commits by their own date, each for itself: `rev-list --since` stops where one commit with a wrong clock stands in the way. */
async function commitsSince(
  git: SpawnGitOptions,
  from: readonly string[],
  seconds: number,
): Promise<readonly ObjectId[]> {
  const rows = (await runGit(['rev-list', '--timestamp', ...from, '--'], git)).toString('latin1').split('\n')
  // `1704067200 81d2…`
  return rows.map(row => row.split(' ')).flatMap(([time, id]) => (id && Number(time) >= seconds ? [id] : []))
}

async function tagsSince(git: SpawnGitOptions, seconds: number): Promise<readonly ObjectId[]> {
  const format = '--format=%(objecttype) %(objectname) %(creatordate:unix)'
  const rows = (await runGit(['for-each-ref', format, 'refs/tags'], git)).toString('latin1').split('\n')
  return rows
    .map(row => row.split(' '))
    .flatMap(([type, id, time]) => (type === 'tag' && Number(time) >= seconds ? [id!] : []))
}

export async function objectsSince(
  git: SpawnGitOptions,
  from: readonly string[],
  seconds: number,
  withTags: boolean,
): Promise<Since> {
  const commits = await commitsSince(git, from, seconds)
  const ids = new Set([...commits, ...(withTags ? await tagsSince(git, seconds) : [])])
  const paths = new Map<string, Set<ObjectId>>()
  const submodules = new Set<string>()
  if (commits.length === 0) return { ids, paths, submodules }
  await readCommitLog(git, ['--no-renames', '--no-walk=unsorted'], commits, {
    change({ path, before, after: { mode, id } }) {
      if (mode === ABSENT) return
      const known = paths.get(path) ?? new Set()
      paths.set(path, known)
      if (mode === SUBMODULE) submodules.add(path)
      else if (!before.some(old => old.id === id)) {
        known.add(id)
        ids.add(id)
      }
    },
  })
  return { ids, paths, submodules }
}
