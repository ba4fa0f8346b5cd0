import type { LoggedCommit } from '../../git/commit-log.ts'
import type { Repository } from '../../git/find-repository.ts'
import { isNameId, nameId } from '../../git/name-id.ts'
import type { SpawnGitOptions } from '../../git/spawn-git.ts'
import type { ObjectId, Origin, State } from '../../types.ts'
import { copiedBlobs } from './copied-blobs.ts'
import { followMoves, type Move, moveKey } from './follow-moves.ts'
import type { RangeChanges, RangePlace } from './range-changes.ts'
import { standingInHead, standingKey } from './standing-in-head.ts'
import { statesOf } from './states-of.ts'

export interface RangeInQuestion {
  readonly repository: Repository
  readonly git: SpawnGitOptions
  readonly revisions: readonly string[]
  readonly tags: ReadonlySet<ObjectId>
  readonly changes: RangeChanges
}

export interface RangeOrigins {
  of(ids: Iterable<ObjectId>): Promise<ReadonlyMap<ObjectId, readonly Origin[]>>
  /** Names that are new, and those that they had before, as far as these were asked for: by nameId. */
  readonly names: ReadonlyMap<ObjectId, string>
}

/** Who made a commit, and what has become of it. */
type Who = (commit: LoggedCommit) => Pick<Origin, 'commit' | 'author' | 'email' | 'date' | 'state'>

/** Where the few objects of a range come from in which something was found. A range with nothing in it is asked nothing of all this. */
export function rangeOrigins({ repository, git, revisions, tags, changes }: RangeInQuestion): RangeOrigins {
  const { commits, blobs } = changes
  const names = new Map([...changes.names.keys()].map(path => [nameId(path), path]))
  const moves = new Map<string, Move>()
  const followed = new Set<ObjectId>()
  let states: Promise<(id: ObjectId) => State> | undefined

  /** In a partial clone contents may not be there to be compared. */
  async function follow(ids: readonly ObjectId[]): Promise<void> {
    if (repository.partial) return
    const added = ids.flatMap(id => {
      const name = changes.names.get(names.get(id) ?? '')
      return [...(blobs.get(id) ?? []).filter(place => place.isAdded), ...(name ? [name] : [])]
    })
    const fresh = new Set(added.map(({ commit }) => commit.id).filter(id => !followed.has(id)))
    for (const id of fresh) followed.add(id)
    for (const [key, move] of await followMoves(git, [...fresh])) moves.set(key, move)
  }

  const moveOf = ({ commit, path }: { readonly commit: LoggedCommit; readonly path: string }): Move | undefined =>
    moves.get(moveKey(commit.id, path))

  function ofName(id: ObjectId, who: Who): readonly Origin[] {
    const name = changes.names.get(names.get(id) ?? '')
    if (!name) return []
    const oldPath = name.oldPath ?? moveOf(name)?.oldPath
    if (oldPath !== undefined) names.set(nameId(oldPath), oldPath)
    // The name itself is not given: it holds the secret.
    return [{ in: 'file name', ...who(name.commit), before: oldPath === undefined ? [] : [nameId(oldPath)] }]
  }

  /** By what followMoves knows, too. */
  function placesOf(ids: readonly ObjectId[]): ReadonlyMap<ObjectId, readonly RangePlace[]> {
    const places = new Map<ObjectId, readonly RangePlace[]>()
    for (const id of ids) {
      const known = blobs.get(id)
      if (!known) continue
      places.set(
        id,
        known.map(place => ({ ...place, before: moveOf(place)?.before ?? place.before })),
      )
    }
    return places
  }

  async function blobOrigins(ids: readonly ObjectId[], who: Who): Promise<(id: ObjectId) => readonly Origin[]> {
    const places = placesOf(ids)
    const [copied, inHead] = await Promise.all([
      copiedBlobs(git, revisions, places),
      places.size === 0 ? new Set<string>() : standingInHead(repository, git, places),
    ])
    return id =>
      (places.get(id) ?? []).map(({ path, commit, before }) => ({
        path,
        ...who(commit),
        inHead: inHead.has(standingKey(id, path)),
        before: before.length === 0 && copied.has(id) ? [id] : before,
      }))
  }

  return {
    names,
    async of(keys) {
      const ids = [...keys]
      if (ids.length === 0) return new Map()
      states ??= revisions.length === 0 ? Promise.resolve(() => 'unpushed') : statesOf(repository, git, revisions, tags)
      const [stateOf] = await Promise.all([states, follow(ids)])
      const who: Who = ({ id, author, email, date }) => ({ commit: id, author, email, date, state: stateOf(id) })
      const ofBlob = await blobOrigins(ids, who)
      const originsOf = (id: ObjectId): readonly Origin[] => {
        if (isNameId(id)) return ofName(id, who)
        const commit = commits.get(id)
        if (commit) return [{ in: 'commit message', ...who(commit) }]
        return tags.has(id) ? [{ in: 'tag message', state: stateOf(id) }] : ofBlob(id)
      }
      return new Map(ids.map(id => [id, originsOf(id)]))
    },
  }
}
