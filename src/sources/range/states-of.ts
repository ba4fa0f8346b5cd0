import type { Repository } from '../../git/find-repository.ts'
import { listRefs } from '../../git/list-refs.ts'
import { runGit } from '../../git/run-git.ts'
import type { SpawnGitOptions } from '../../git/spawn-git.ts'
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
