import type { Ref } from '../git/list-refs.ts'
import { listTree } from '../git/list-tree.ts'
import { resolveRevision } from '../git/resolve-revision.ts'
import type { ObjectId, Origin } from '../types.ts'
import { namedRefs } from './named-refs.ts'

interface Held {
  readonly id: ObjectId
  readonly path?: string
}

async function heldBy(cwd: string, ref: Ref): Promise<readonly Held[]> {
  const tree = await resolveRevision(cwd, ref.name, 'tree')
  if (tree === undefined) {
    const blob = await resolveRevision(cwd, ref.name, 'blob')
    return blob === undefined ? [] : [{ id: blob }]
  }
  const held: Held[] = []
  await listTree({ cwd }, tree, ({ id, path }) => held.push({ id, path: path() }))
  return held
}

/**
 * A ref can lead to a file or a tree instead of a commit (a public key as a tag, `git replace` of a blob): what it holds is kept and pushed like all
 * else, though no walk over commits comes by.
 */
export async function originsByRef(
  cwd: string,
  wanted: ReadonlySet<ObjectId>,
  refs: readonly Ref[],
): Promise<ReadonlyMap<ObjectId, readonly Origin[]>> {
  const origins = new Map<ObjectId, Origin[]>()
  if (wanted.size === 0) return origins
  for (const ref of refs.filter(({ commit }) => commit === undefined)) {
    const state = ref.published ? 'pushed' : 'unpushed'
    for (const { id, path } of await heldBy(cwd, ref)) {
      if (!wanted.has(id)) continue
      const known = origins.get(id) ?? []
      origins.set(id, known)
      const at = known.findIndex(origin => origin.path === path)
      if (at < 0) known.push({ ...(path !== undefined && { path }), refs: [ref.name], inHead: false, state })
      else {
        const { refs: others = [], ...origin } = known[at]!
        known[at] = { ...origin, refs: [...others, ref.name], ...(ref.published && { state }) }
      }
    }
  }
  return new Map([...origins].map(([id, all]) => [id, all.map(origin => ({ ...origin, ...namedRefs(origin.refs!) }))]))
}
