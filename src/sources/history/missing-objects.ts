import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { GitError } from '../../errors/git-error.ts'
import type { Repository } from '../../git/find-repository.ts'
import { streamGit } from '../../git/stream-git.ts'
import type { NotScanned, ObjectId } from '../../types.ts'

const PROMISED = 'not here: promised by the remote of this partial clone; `git fetch --refetch --no-filter` brings them'
const LOST =
  'missing from this repository although other objects refer to them: `git fsck` says which; scan a fresh clone'

export function missingObjects(count: number, first: ObjectId | undefined, partial: boolean): NotScanned {
  const what = count === 1 ? '1 object' : `${count} objects`
  return { what: first === undefined ? what : `${what}, the first: ${first}`, why: partial ? PROMISED : LOST }
}

/**
 * Says which objects are really missing. Trees and commits that nothing refers to may speak of objects that gc has dropped, which is as it should
 * be: only git's own walk from refs, reflogs and the index tells. Asked only where something seems to be missing (`suspected`).
 */
export async function reportMissing(
  { root: cwd }: Repository,
  suspected: number,
  report: (entry: NotScanned) => void,
): Promise<void> {
  if (suspected === 0) return
  const args = [
    'rev-list',
    '--objects',
    '--no-object-names',
    '--missing=print',
    '--all',
    '--reflog',
    '--indexed-objects',
  ]
  const git = streamGit(args, { cwd })
  git.stdin.end()
  let count = 0
  let first: ObjectId | undefined
  try {
    // Those that are there are listed as they are, those that are not with a question mark.
    for await (const line of createInterface({ input: Readable.from(git.stdout) })) {
      if (!line.startsWith('?')) continue
      count++
      first ??= line.slice(1)
    }
  } catch (error) {
    if (!(error instanceof GitError)) throw error
    // A missing commit ends git's walk: then what was suspected is the best that is known.
    report({ ...missingObjects(suspected, first, false), why: error.message })
    return
  }
  if (count > 0) report(missingObjects(count, first, false))
}
