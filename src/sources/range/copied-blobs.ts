import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import type { SpawnGitOptions } from '../../git/spawn-git.ts'
import { streamGit } from '../../git/stream-git.ts'
import type { ObjectId } from '../../types.ts'
import type { RangePlace } from './range-changes.ts'

/**
 * Blobs new at a path that stood elsewhere already when the range began: copies of files which no commit of the range touched. Git finds
 * these only by comparing with every file there is; that a blob is not among the range's new objects tells the same
 * ("aggressive": the range's own ends count too, not only where its commits branch off; what git lists with a dash are these, no blobs).
 */
export async function copiedBlobs(
  git: SpawnGitOptions,
  revisions: readonly string[],
  blobs: ReadonlyMap<ObjectId, readonly RangePlace[]>,
): Promise<ReadonlySet<ObjectId>> {
  const added = [...blobs].filter(([, places]) => places.some(place => place.before.length === 0)).map(([id]) => id)
  const hasEnd = revisions.some(revision => revision.startsWith('^') || revision.includes('...'))
  if (added.length === 0 || !hasEnd) return new Set()
  const copied = new Set(added)
  const list = streamGit(
    ['rev-list', '--objects-edge-aggressive', '--no-object-names', '--missing=print', '--stdin', '--'],
    git,
  )
  list.stdin.end(`${revisions.join('\n')}\n`)
  for await (const line of createInterface({ input: Readable.from(list.stdout) })) copied.delete(line.replace('?', ''))
  return copied
}
