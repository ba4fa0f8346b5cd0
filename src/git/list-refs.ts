import type { ObjectId } from '../types.ts'
import type { Repository } from './find-repository.ts'
import { runGit } from './run-git.ts'

export interface Ref {
  /** In full: `refs/heads/main`. */
  readonly name: string
  /** What it points to: a commit, or the object of an annotated tag. */
  readonly id: ObjectId
  /** The commit it leads to, if it does lead to one. */
  readonly commit: ObjectId | undefined
  /** Is what it holds known to be outside this clone? */
  readonly published: boolean
}

/** `0bb3… tag 81d2… commit  refs/tags/v1`: id, type, then both again for what a tag points to, the target if symbolic, the name. */
const FORMAT = '%(objectname) %(objecttype) %(*objectname) %(*objecttype) %(symref) %(refname)'

/**
 * A bare repository is itself the remote, or a mirror of it: all it holds is published. Elsewhere remote-tracking refs are, and tags as well where there
 * is a remote at all: git does not say which tags were pushed, and most are.
 */
function isPublished(name: string, bare: boolean, hasRemote: boolean): boolean {
  if (bare) return true
  return name.startsWith('refs/remotes/') || (hasRemote && name.startsWith('refs/tags/'))
}

const listed = new WeakMap<Pick<Repository, 'root' | 'bare'>, Promise<readonly Ref[]>>()

/**
 * All refs but symbolic ones (`refs/remotes/origin/HEAD`), which name another once more. Asked once of each repository that was found: a scan speaks of the
 * refs that it began with, and to start a git takes the longer the more memory is in use.
 */
export function listRefs(repository: Pick<Repository, 'root' | 'bare'>): Promise<readonly Ref[]> {
  const known = listed.get(repository)
  if (known) return known
  const refs = askForRefs(repository)
  listed.set(repository, refs)
  return refs
}

async function askForRefs({ root, bare }: Pick<Repository, 'root' | 'bare'>): Promise<readonly Ref[]> {
  const lines = (await runGit(['for-each-ref', `--format=${FORMAT}`], { cwd: root })).toString('utf8').split('\n')
  const rows = lines.filter(line => line !== '').map(line => line.split(' '))
  const hasRemote = rows.some(row => row[5]!.startsWith('refs/remotes/'))
  const refs: Ref[] = []
  for (const [id, type, targetId, targetType, symbolic, name] of rows) {
    if (symbolic !== '') continue
    let commit = type === 'commit' ? id : targetType === 'commit' ? targetId : undefined
    // Only new versions of git peel a tag of a tag all the way.
    if (targetType === 'tag') commit = await peel(root, name!)
    refs.push({ name: name!, id: id!, commit, published: isPublished(name!, bare, hasRemote) })
  }
  return refs
}

async function peel(cwd: string, name: string): Promise<ObjectId | undefined> {
  const found = await runGit(['rev-parse', '--verify', '--quiet', `${name}^{commit}`], { cwd, okCodes: [0, 1, 128] })
  return found.toString('latin1').trim() || undefined
}
