import { runGit } from '../../git/run-git.ts'
import type { ObjectId } from '../../types.ts'

const FORMAT = '--format=%(objectname) %(*objectname) %(symref) %(refname)'
const PLACES = ['refs/heads', 'refs/remotes', 'refs/tags']

interface Row {
  readonly commit: ObjectId
  readonly symbolic: string
  readonly name: string
}

async function refs(cwd: string, ...filter: readonly string[]): Promise<readonly Row[]> {
  const rows = (await runGit(['for-each-ref', FORMAT, ...filter, ...PLACES], { cwd })).toString('utf8').split('\n')
  return rows
    .filter(row => row !== '')
    .map(row => row.split(' '))
    .map(([id, target, symbolic, name]) => ({ commit: target || id!, symbolic: symbolic!, name: name! }))
}

/** The branch of a remote that its HEAD names: `refs/remotes/origin/HEAD` → `refs/remotes/origin/main`. */
const isDefault = (row: Row): boolean => /^refs\/remotes\/.*\/HEAD$/.test(row.name) && row.symbolic !== ''

/**
 * Commits where what a new branch brings in ends: all other refs. Those that contain the branch's tip say nothing: in a clone made after the push the branch is
 * there itself, and another new branch may have been built on this one; to count them as known would leave both unscanned. Only a default branch that has
 * gone beyond the tip does: its pushes are scanned as its own.
 */
export async function knownBeside(cwd: string, tip: ObjectId): Promise<readonly ObjectId[]> {
  const [others, containing] = await Promise.all([refs(cwd, '--no-contains', tip), refs(cwd, '--contains', tip)])
  const defaults = containing.filter(row => isDefault(row) && row.commit !== tip)
  return [...new Set([...others, ...defaults].map(row => row.commit))]
}
