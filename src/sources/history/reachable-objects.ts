import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import type { Repository } from '../../git/find-repository.ts'
import type { SpawnGitOptions } from '../../git/spawn-git.ts'
import { streamGit } from '../../git/stream-git.ts'
import type { NotScanned, ObjectId } from '../../types.ts'
import { missingObjects } from './missing-objects.ts'

/** Ids of all objects that can be reached from these starting points (`--all` or ids). */
export async function reachableObjects(
  { partial }: Pick<Repository, 'partial'>,
  git: SpawnGitOptions,
  from: readonly string[],
  notScanned: (entry: NotScanned) => void,
): Promise<ReadonlySet<ObjectId>> {
  const list = streamGit(['rev-list', '--objects', '--no-object-names', '--missing=print', ...from, '--'], git)
  list.stdin.end()
  const ids = new Set<ObjectId>()
  const missing: ObjectId[] = []
  for await (const line of createInterface({ input: Readable.from(list.stdout) })) {
    if (line.startsWith('?')) missing.push(line.slice(1))
    else ids.add(line)
  }
  if (missing.length > 0) notScanned(missingObjects(missing.length, missing[0], partial))
  return ids
}
