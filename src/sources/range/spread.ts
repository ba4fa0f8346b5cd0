import { decodePath } from '../../git/decode-path.ts'
import type { Repository } from '../../git/find-repository.ts'
import { listRefs } from '../../git/list-refs.ts'
import { createNulFields } from '../../git/nul-fields.ts'
import { runGit } from '../../git/run-git.ts'
import type { SpawnGitOptions } from '../../git/spawn-git.ts'
import { streamGit } from '../../git/stream-git.ts'
import type { ObjectId, State } from '../../types.ts'

/** How far the commits of a range, and tags that its end was given as, have spread. */
export async function statesOf(
  repository: Repository,
  git: SpawnGitOptions,
  revisions: readonly string[],
  tags: ReadonlySet<ObjectId>,
): Promise<(id: ObjectId) => State> {
  const published = (await listRefs(repository)).filter(ref => ref.published && ref.commit)
  const input = `${[...revisions, ...published.map(ref => `^${ref.commit}`)].join('\n')}\n`
  const listed = await runGit(['rev-list', '--stdin', '--'], { ...git, input })
  const unpushed = new Set(listed.toString('latin1').split('\n'))
  return id => {
    if (tags.has(id)) return published.some(ref => ref.id === id) ? 'pushed' : 'unpushed'
    if (!unpushed.has(id)) return 'pushed'
    return id === repository.head ? 'head' : 'unpushed'
  }
}

export const standingKey = (blob: ObjectId, path: string): string => `${blob} ${path}`

/** Which of these blobs stand where in HEAD: keys made by standingKey. */
export async function standingInHead(
  { head }: Repository,
  git: SpawnGitOptions,
  blobs: { has(id: ObjectId): boolean },
): Promise<ReadonlySet<string>> {
  const standing = new Set<string>()
  if (head === undefined) return standing
  // `100644 blob 5e53…\tpath`
  const take = createNulFields(row => {
    const tab = row.indexOf('\t')
    const id = row.toString('latin1', row.lastIndexOf(' ', tab) + 1, tab)
    if (blobs.has(id)) standing.add(standingKey(id, decodePath(row.subarray(tab + 1))))
  })
  const tree = streamGit(['ls-tree', '-r', '-z', '--full-tree', head], git)
  tree.stdin.end()
  for await (const chunk of tree.stdout) take(chunk)
  return standing
}
