import type { Repository } from '../../git/find-repository.ts'
import { listTree } from '../../git/list-tree.ts'
import type { SpawnGitOptions } from '../../git/spawn-git.ts'
import type { ObjectId } from '../../types.ts'

export const standingKey = (blob: ObjectId, path: string): string => `${blob} ${path}`

/** Which of these blobs stand where in HEAD: keys made by standingKey. */
export async function standingInHead(
  { head }: Repository,
  git: SpawnGitOptions,
  blobs: { has(id: ObjectId): boolean },
): Promise<ReadonlySet<string>> {
  const standing = new Set<string>()
  if (head === undefined) return standing
  await listTree(git, head, ({ id, path }) => {
    if (blobs.has(id)) standing.add(standingKey(id, path()))
  })
  return standing
}
