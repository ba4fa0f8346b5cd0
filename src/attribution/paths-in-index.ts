import { existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { decodePath } from '../git/decode-path.ts'
import type { Repository } from '../git/find-repository.ts'
import { createNulFields } from '../git/nul-fields.ts'
import { streamGit } from '../git/stream-git.ts'
import type { ObjectId } from '../types.ts'

/** Blob → paths under which it stands. */
export type BlobPaths = Map<ObjectId, Set<string>>

interface Listing {
  readonly args: readonly string[]
  readonly cwd: string
  readonly env?: Readonly<Record<string, string>>
}

/** `100644 <id> 0\tpath` of ls-files: the one field that is an object id of a wanted blob counts. */
async function collect({ args, ...options }: Listing, wanted: ReadonlySet<ObjectId>, into: BlobPaths): Promise<void> {
  const take = createNulFields(row => {
    const tab = row.indexOf('\t')
    const fields = row.toString('latin1', 0, tab).split(' ')
    const id = fields.find(field => wanted.has(field))
    if (id !== undefined) into.set(id, (into.get(id) ?? new Set()).add(decodePath(row.subarray(tab + 1))))
  })
  const git = streamGit(args, options)
  git.stdin.end()
  for await (const chunk of git.stdout) take(chunk)
}

/** Indexes of work trees other than the one we are in. */
function otherIndexes({ gitDir, commonDir }: Repository): readonly string[] {
  const linked = join(commonDir, 'worktrees')
  const folders = existsSync(linked) ? readdirSync(linked).map(name => join(linked, name)) : []
  return [commonDir, ...folders]
    .filter(folder => resolve(folder) !== resolve(gitDir))
    .map(folder => join(folder, 'index'))
    .filter(existsSync)
}

/** Where wanted blobs stand in the index, and in those of linked work trees. */
export async function pathsInIndex(repository: Repository, wanted: ReadonlySet<ObjectId>): Promise<BlobPaths> {
  const paths: BlobPaths = new Map()
  const listing = { args: ['ls-files', '--stage', '-z', '--full-name'], cwd: repository.root }
  if (!repository.bare) await collect(listing, wanted, paths)
  for (const file of otherIndexes(repository)) {
    await collect({ ...listing, env: { GIT_INDEX_FILE: resolve(file) } }, wanted, paths)
  }
  return paths
}
