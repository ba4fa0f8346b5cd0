import type { Repository } from '../git/find-repository.ts'
import { ID_BYTES } from '../git/id-bytes.ts'
import { isNameId } from '../git/name-id.ts'
import type { CleanObjects } from '../objects/clean-cache/clean-objects.ts'
import { openCleanCache } from '../objects/clean-cache/open-clean-cache.ts'
import { growSlowly } from '../objects/grow-slowly.ts'
import type { ObjectStore } from '../objects/object-store.ts'
import type { HistoryHooks, Looked, Source, SourceHooks } from '../types.ts'
import { reportMissing } from './history/missing-objects.ts'
import { Names } from './history/names.ts'
import { ObjectLedger } from './history/object-ledger.ts'
import { createObjectVisitor } from './history/object-visitor.ts'
import { objectsSince } from './history/objects-since.ts'
import { parseSince } from './history/parse-since.ts'
import { reachableObjects } from './history/reachable-objects.ts'
import { readDirectly } from './history/read-directly.ts'
import { readThese } from './history/read-these.ts'
import type { Seen } from './history/seen.ts'
import { type StartingPoints, startingPoints } from './history/starting-points.ts'
import { submodulePaths } from './history/submodule-paths.ts'

/** Packs from here on take seconds, and most of the memory that there may be: smaller ones leave room enough. */
const LARGE_BYTES = 128 * 1024 * 1024

export interface HistoryOptions {
  /** Only what commits since then brought in: see parseSince. */
  readonly since?: string | undefined
  /** Only what this ref or commit leads to. */
  readonly branch?: string | undefined
  /** Leave out what no ref (and no stash, work tree or index) leads to. */
  readonly reachableOnly?: boolean | undefined
}

/**
 * The whole history: every object that the repository holds, each once, whatever leads to it: refs, remote-tracking ones, stashes, reflogs, notes, the
 * index, or nothing. Blobs come without their paths, which attribution knows; names of files and refs come as blobs of their own.
 */
export function historySource(repository: Repository, store: ObjectStore, options: HistoryOptions): Source {
  // Asked at once: a date that is none is an error before anything is read.
  const since = options.since === undefined ? undefined : parseSince(options.since)
  const git = { cwd: repository.root, isEndless: async () => (await store.endless()).size > 0 }
  /** Of each time that everything is gone through. */
  const names: Names[] = []
  let growFreely: (() => void) | undefined

  function knownClean({ cleanKey, note }: HistoryHooks): CleanObjects | undefined {
    if (cleanKey === undefined) return undefined
    const { commonDir, objectFormat } = repository
    const { known, why } = openCleanCache({ commonDir, key: cleanKey, idBytes: ID_BYTES[objectFormat] })
    if (why !== undefined) note(`everything is looked at: ${why}`)
    return known
  }

  async function readEverything(hooks: SourceHooks, found: Names): Promise<Seen> {
    const { history } = hooks
    const known = history && knownClean(history)
    const direct =
      history &&
      (await store.openDirect(known ? { first: known.packs.map(({ checksum }) => checksum) } : { readsAll: true }))
    if (history && direct) {
      if (direct.built.forest.ends.reduce((sum, end) => sum + end, 0) >= LARGE_BYTES) growFreely ??= growSlowly()
      return readDirectly({ repository, store, direct, known, hooks, history, names: found })
    }
    const ledger = new ObjectLedger()
    const visitor = createObjectVisitor(hooks, found, { ledger, shallow: repository.shallow, total: 0 })
    await store.readAll(visitor.visit, hooks.notScanned)
    // In a partial clone the store says what is missing, as it should be.
    if (!repository.partial) await reportMissing(repository, ledger.missing, hooks.notScanned)
    return visitor.seen
  }

  async function readReachable(hooks: SourceHooks, found: Names, { from }: StartingPoints): Promise<Seen> {
    const withIndex = options.branch === undefined ? ['--indexed-objects'] : []
    const ids = await reachableObjects(repository, git, [...from, ...withIndex], hooks.notScanned)
    return readThese({ repository, store, ids, hooks, names: found })
  }

  async function readSince(hooks: SourceHooks, found: Names, { from }: StartingPoints, seconds: number): Promise<Seen> {
    const { ids, paths, submodules } = await objectsSince(git, from, seconds, options.branch === undefined)
    for (const [path, blobs] of paths) {
      const parts = path.split('/')
      const sensitive = parts.map(part => found.add(part)).at(-1)
      if (sensitive) for (const blob of blobs) found.addNamed(blob, parts.at(-1)!)
    }
    for (const path of submodules) found.submodules.add(path.slice(path.lastIndexOf('/') + 1))
    return readThese({ repository, store, ids, hooks, names: found })
  }

  return {
    mode: 'history',

    async blobs(hooks): Promise<Looked> {
      const found = new Names(hooks, ID_BYTES[repository.objectFormat])
      names.push(found)
      const isNarrowed = since !== undefined || options.branch !== undefined || options.reachableOnly === true
      const starting = startingPoints(repository, options)
      // Of a whole history only the names of refs are asked for, when all else is done.
      starting.catch(() => undefined)
      if (isNarrowed) await starting
      if (repository.shallow) {
        hooks.notScanned({
          what: 'history before the shallow boundary',
          why: 'this is a shallow clone: `git fetch --unshallow` brings the rest',
        })
      }
      const seen =
        since !== undefined
          ? await readSince(hooks, found, await starting, since)
          : isNarrowed
            ? await readReachable(hooks, found, await starting)
            : await readEverything(hooks, found)
      const points = await starting
      // Behind the trees: one that tells a secret in a name first is looked at again by a later scan, whatever refs are called then.
      for (const ref of points.refs) found.addRef(ref)
      return {
        ...seen,
        refs: points.refs,
        named: found.named,
        folders: found.folders,
        submodules: await submodulePaths(repository, store, found.submodules),
      }
    },

    async read(ids, look, notScanned) {
      const objects = [...ids].filter(id => !isNameId(id))
      if (objects.length < ids.size) for (const some of names) some.read(ids, look)
      await store.read(objects, ({ id, type, bytes }) => look({ kind: type, id, bytes }), notScanned)
    },

    async close() {
      growFreely?.()
      await store.close()
    },
  }
}
