import { UsageError } from '../../errors/usage-error.ts'
import type { Repository } from '../../git/find-repository.ts'
import { listRefs } from '../../git/list-refs.ts'
import { resolveRevision } from '../../git/resolve-revision.ts'
import { runGit } from '../../git/run-git.ts'

export interface StartingPoints {
  /** Arguments of `git rev-list`. */
  readonly from: readonly string[]
  /** What was asked for, for the report. */
  readonly refs: readonly string[]
}

const STASH = 'refs/stash'

/** Entries of the stash under the newest: kept on purpose, though only a reflog holds them. */
async function stashes(cwd: string, refs: readonly string[]): Promise<readonly string[]> {
  if (!refs.includes(STASH)) return []
  const listed = await runGit(['log', '--walk-reflogs', '--format=%H', STASH, '--'], { cwd })
  return listed.toString('latin1').split('\n').filter(Boolean)
}

/** Where a narrowed history begins: at one branch, at all refs, or at all refs and reflogs. */
export async function startingPoints(
  repository: Repository,
  { branch, reachableOnly }: { readonly branch?: string | undefined; readonly reachableOnly?: boolean | undefined },
): Promise<StartingPoints> {
  const { root: cwd } = repository
  if (branch !== undefined) {
    const id = await resolveRevision(cwd, branch, 'object')
    if (id === undefined) {
      throw new UsageError(
        `--branch: no such branch, tag or commit here: "${branch}" (\`git branch --all\` lists them)`,
      )
    }
    return { from: [id], refs: [branch] }
  }
  const refs = (await listRefs(repository)).map(ref => ref.name)
  if (!reachableOnly) return { from: ['--all', '--reflog'], refs }
  return { from: ['--all', ...(await stashes(cwd, refs))], refs }
}
