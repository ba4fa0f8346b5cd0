import type { Limits } from '../config/config.ts'
import type { Repository } from '../git/find-repository.ts'
import { ID_BYTES } from '../git/id-bytes.ts'
import { isNameId, nameId } from '../git/name-id.ts'
import { shallowCommits } from '../git/shallow-commits.ts'
import { openObjectStore } from '../objects/open-object-store.ts'
import type { Looked, ObjectId, Source, SourceHooks } from '../types.ts'
import { Names } from './history/names.ts'
import { readThese } from './history/read-these.ts'
import { LFS_WHY } from './lfs-pointer.ts'
import { placedHooks } from './range/placed-hooks.ts'
import { type RangeChanges, rangeChanges } from './range/range-changes.ts'
import { type RangeOrigins, rangeOrigins } from './range/range-origins.ts'
import { resolveRange } from './range/resolve-range.ts'

export interface RangeOptions {
  readonly limits: Limits
}

const NOTHING: RangeChanges = { commits: new Map(), blobs: new Map(), names: new Map(), submodules: new Set() }

/** All that is known of a range once its log is read. */
interface Learned {
  readonly revisions: readonly string[]
  readonly changes: RangeChanges
  readonly origins: RangeOrigins
}

/** Of those that were read, the blobs that stand under such a name. */
function namedIn(
  { blobs }: RangeChanges,
  { isSensitiveName }: SourceHooks,
  unread: ReadonlySet<string>,
): ReadonlyMap<ObjectId, ReadonlySet<string>> {
  const named = new Map<ObjectId, ReadonlySet<string>>()
  for (const [id, places] of blobs) {
    const names = places.map(({ path }) => path.slice(path.lastIndexOf('/') + 1)).filter(isSensitiveName)
    if (names.length > 0 && !unread.has(id)) named.set(id, new Set(names))
  }
  return named
}

/**
 * What the commits of a range bring in, merges included: blobs with each path they came to, messages and authors, new names of files. What stood at a place
 * before, under whatever name, is in `Origin.before`.
 */
export function rangeSource(repository: Repository, range: string, options: RangeOptions): Source {
  const { root: cwd } = repository
  const store = openObjectStore({ ...repository, cwd }, { maxObjectBytes: options.limits.blobBytes })
  const git = { cwd, isEndless: async () => (await store.endless()).size > 0 }
  let learned: Learned | undefined

  async function learn(revisions: readonly string[], tags: ReadonlySet<ObjectId>): Promise<RangeChanges> {
    // What is gone through twice has not changed meanwhile, unless a ref has.
    if (learned?.revisions.join() === revisions.join()) return learned.changes
    const changes = revisions.length === 0 ? NOTHING : await rangeChanges(git, revisions)
    learned = { revisions, changes, origins: rangeOrigins({ repository, git, revisions, tags, changes }) }
    return changes
  }

  return {
    mode: 'range',

    async blobs(hooks): Promise<Looked> {
      const { revisions, tags, refs } = await resolveRange(repository, range, hooks.notScanned)
      const changes = await learn(revisions, new Set(tags))
      const { commits, blobs, names, submodules } = changes
      for (const id of shallowCommits(repository)) {
        if (!commits.has(id)) continue
        const why =
          'its parents are not in this shallow clone: it was looked into as if all of it were new, and what went before it was not'
        hooks.notScanned({ what: id, why })
      }
      for (const path of names.keys()) hooks.look({ kind: 'name', id: nameId(path), bytes: Buffer.from(path) })

      const unread = new Set<ObjectId>()
      const placed = placedHooks(hooks, changes)
      const seen = await readThese({
        repository,
        store,
        ids: new Set([...commits.keys(), ...tags, ...blobs.keys()]),
        hooks: {
          ...placed,
          notScanned(entry) {
            // A pointer was read: it is what it points at that was not.
            if (entry.why !== LFS_WHY) unread.add(entry.what)
            placed.notScanned(entry)
          },
        },
        names: new Names(hooks, ID_BYTES[repository.objectFormat]),
      })
      const named = namedIn(changes, hooks, unread)
      return { ...seen, commits: commits.size, refs, named, submodules: [...submodules].sort() }
    },

    async origins(keys) {
      return (await learned?.origins.of(keys)) ?? new Map()
    },

    async read(ids, look, notScanned) {
      for (const id of ids) {
        const name = learned?.origins.names.get(id)
        if (name !== undefined) look({ kind: 'name', id, bytes: Buffer.from(name) })
      }
      const objects = [...ids].filter(id => !isNameId(id))
      await store.read(objects, ({ id, type, bytes }) => look({ kind: type, id, bytes }), notScanned)
    },

    close: () => store.close(),
  }
}
