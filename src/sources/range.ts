import type { Limits } from '../config/config.ts'
import type { LoggedCommit } from '../git/commit-log.ts'
import type { Repository } from '../git/find-repository.ts'
import { isNameId, nameId } from '../git/name-id.ts'
import { openObjectStore } from '../objects/open-object-store.ts'
import type { Looked, ObjectId, Origin, Source, State } from '../types.ts'
import { isLfsPointer, LFS_WHY } from './lfs-pointer.ts'
import { copiedBlobs } from './range/copied-blobs.ts'
import { type RangeChanges, rangeChanges } from './range/range-changes.ts'
import { resolveRange } from './range/resolve-range.ts'
import { shallowCommits } from './range/shallow-commits.ts'
import { standingInHead, standingKey, statesOf } from './range/spread.ts'

export interface RangeOptions {
  readonly limits: Limits
}

/** All that is known of a range once its log is read. */
interface Known {
  readonly changes: RangeChanges
  readonly tags: ReadonlySet<ObjectId>
  readonly copied: ReadonlySet<ObjectId>
  readonly inHead: ReadonlySet<string>
  /** Names that are new, and those that they had before, by nameId. */
  readonly names: ReadonlyMap<ObjectId, string>
  stateOf(id: ObjectId): State
}

const NOTHING: RangeChanges = { commits: new Map(), blobs: new Map(), names: new Map(), submodules: new Set() }

function who({ id, author, email, date }: LoggedCommit, stateOf: Known['stateOf']) {
  return { commit: id, author, email, date, state: stateOf(id) }
}

function originsOf(id: ObjectId, { changes, tags, copied, inHead, names, stateOf }: Known): readonly Origin[] {
  if (isNameId(id)) {
    const name = changes.names.get(names.get(id) ?? '')
    // The name itself is not given: it holds the secret.
    const before = name?.oldPath === undefined ? [] : [nameId(name.oldPath)]
    return name ? [{ in: 'file name', ...who(name.commit, stateOf), before }] : []
  }
  const commit = changes.commits.get(id)
  if (commit) return [{ in: 'commit message', ...who(commit, stateOf) }]
  if (tags.has(id)) return [{ in: 'tag message', state: stateOf(id) }]
  return (changes.blobs.get(id) ?? []).map(place => ({
    path: place.path,
    ...who(place.commit, stateOf),
    inHead: inHead.has(standingKey(id, place.path)),
    before: place.before.length === 0 && copied.has(id) ? [id] : place.before,
  }))
}

/**
 * What the commits of a range bring in, merges included: blobs with each path they came to, messages and authors, new names of files. What stood at a place
 * before, under whatever name, is in `Origin.before`.
 */
export function rangeSource(repository: Repository, range: string, options: RangeOptions): Source {
  const { root: cwd } = repository
  const store = openObjectStore({ ...repository, cwd }, { maxObjectBytes: options.limits.blobBytes })
  const git = { cwd, isEndless: async () => (await store.endless()).size > 0 }
  let known: Known | undefined

  async function learn(revisions: readonly string[], tagIds: readonly ObjectId[]): Promise<Known> {
    const tags = new Set(tagIds)
    const changes = revisions.length === 0 ? NOTHING : await rangeChanges(git, revisions, repository.partial)
    const [copied, stateOf, inHead] = await Promise.all([
      copiedBlobs(git, revisions, changes),
      revisions.length === 0 ? () => 'unpushed' as const : statesOf(repository, git, revisions, tags),
      changes.blobs.size === 0 ? new Set<string>() : standingInHead(repository, git, changes.blobs),
    ])
    const paths = [...changes.names.values()].flatMap(({ path, oldPath }) =>
      oldPath === undefined ? [path] : [path, oldPath],
    )
    const names = new Map(paths.map(path => [nameId(path), path]))
    return { changes, tags, copied, inHead, names, stateOf }
  }

  return {
    mode: 'range',

    async blobs(hooks): Promise<Looked> {
      const { revisions, tags, refs } = await resolveRange(repository, range, hooks.notScanned)
      known = await learn(revisions, tags)
      const { commits, blobs, names, submodules } = known.changes
      for (const id of shallowCommits(repository)) {
        if (!commits.has(id)) continue
        const why =
          'its parents are not in this shallow clone: it was looked into as if all of it were new, and what went before it was not'
        hooks.notScanned({ what: id, why })
      }
      for (const path of names.keys()) hooks.look({ kind: 'name', id: nameId(path), bytes: Buffer.from(path) })

      const seen = { blobs: 0, bytes: 0 }
      const ids = [...commits.keys(), ...tags, ...blobs.keys()]
      let done = 0
      const visit = (id: ObjectId, kind: 'blob' | 'commit' | 'tag' | 'tree', bytes: Uint8Array): void => {
        hooks.progress({ phase: 'objects', done: ++done, total: ids.length, bytes: seen.bytes })
        if (kind !== 'blob') {
          hooks.look({ kind, id, bytes })
          return
        }
        seen.blobs++
        seen.bytes += bytes.length
        const paths = new Set(blobs.get(id)?.map(place => place.path))
        if (isLfsPointer(bytes)) for (const path of paths) hooks.notScanned({ what: path, why: LFS_WHY })
        for (const path of paths) hooks.look({ kind, id, path, bytes })
      }
      await store.read(
        ids,
        ({ id, type, bytes }) => visit(id, type, bytes),
        ({ what, why }) => {
          const paths = new Set(blobs.get(what)?.map(place => place.path) ?? [what])
          for (const path of paths) hooks.notScanned({ what: path, why })
        },
      )
      return { ...seen, commits: commits.size, refs, named: new Set(), submodules: [...submodules].sort() }
    },

    origins(keys) {
      const learned = known
      return new Map(learned ? [...keys].map(key => [key, originsOf(key, learned)]) : [])
    },

    async read(ids, look, notScanned) {
      for (const id of ids) {
        const name = known?.names.get(id)
        if (name !== undefined) look({ kind: 'name', id, bytes: Buffer.from(name) })
      }
      const objects = [...ids].filter(id => !isNameId(id))
      await store.read(objects, ({ id, type, bytes }) => look({ kind: type, id, bytes }), notScanned)
    },

    close: () => store.close(),
  }
}
