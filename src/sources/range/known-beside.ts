import type { Repository } from '../../git/find-repository.ts'
import { runGit } from '../../git/run-git.ts'
import type { ObjectId } from '../../types.ts'

const FORMAT = '--format=%(objectname) %(*objectname) %(symref) %(refname) %(HEAD)'
const PLACES = ['refs/heads', 'refs/remotes', 'refs/tags']

interface Row {
  readonly commit: ObjectId
  readonly symbolic: string
  readonly name: string
  /** HEAD is on it. */
  readonly current: boolean
}

async function refs(cwd: string, ...filter: readonly string[]): Promise<readonly Row[]> {
  const rows = (await runGit(['for-each-ref', FORMAT, ...filter, ...PLACES], { cwd })).toString('utf8').split('\n')
  return rows
    .filter(row => row !== '')
    .map(row => row.split(' '))
    .map(([id, target, symbolic, name, head]) => ({
      commit: target || id!,
      symbolic: symbolic!,
      name: name!,
      current: head === '*',
    }))
}

/** The branch that a remote's HEAD names (`refs/remotes/origin/HEAD`), or that of a bare repository, which is itself the remote. */
const isDefault = (row: Row, bare: boolean): boolean =>
  (bare && row.current) || (/^refs\/remotes\/.*\/HEAD$/.test(row.name) && row.symbolic !== '')

/**
 * Commits where what a new branch brings in ends: all other refs. Those that contain the branch's tip say nothing: in a clone made after the push the branch is
 * there itself, and another new branch may have been built on this one; to count them as known would leave both unscanned. Only a default branch that has
 * gone beyond the tip does: its pushes are scanned as its own.
 */
export async function knownBeside({ root: cwd, bare }: Repository, tip: ObjectId): Promise<readonly ObjectId[]> {
  const [others, containing] = await Promise.all([refs(cwd, '--no-contains', tip), refs(cwd, '--contains', tip)])
  const defaults = containing.filter(row => isDefault(row, bare) && row.commit !== tip)
  return [...new Set([...others, ...defaults].map(row => row.commit))]
}
