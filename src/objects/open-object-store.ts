import { join, resolve } from 'node:path'
import { directEngine } from '../git/direct-engine.ts'
import type { Repository } from '../git/find-repository.ts'
import { gitEnvironment } from '../git/git-environment.ts'
import { isPartial } from '../git/is-partial.ts'
import type { SpawnedGit } from '../git/spawn-git.ts'
import type { NotScanned, ObjectId } from '../types.ts'
import { closedError } from './closed-error.ts'
import { ENDLESS } from './endless.ts'
import { listObjectIds } from './list-object-ids.ts'
import { readLooseObject } from './loose-object.ts'
import { missingPromised } from './missing-promised.ts'
import { objectDirectories } from './object-directories.ts'
import type { GitObject, ObjectStore, ReadAllOptions } from './object-store.ts'
import type { DirectObjects, OpeningOptions } from './pack/open-direct-objects.ts'
import { packFiles } from './pack-files.ts'
import { openPackedObjects } from './packed-object.ts'
import { packedObjects } from './packed-objects.ts'
import { type ReadObjectsOptions, readObjects } from './read-objects.ts'
import { createSeenObjects, type SeenObjects } from './seen-objects.ts'
import { createTimeSlice } from './time-slice.ts'
import { UnreadableObjectError } from './unreadable-object-error.ts'

/** Where nothing else is asked for: an object is held in memory whole, and two at a time. */
const DEFAULT_MAX_OBJECT_BYTES = 256 * 1024 * 1024
/** Up to here it is quicker to try for loose objects than to start git. */
const LOOSE_FIRST_IDS = 256
/** A repack that goes on and on must not keep us for ever; a third one within one scan is not met in practice. */
const MAX_PASSES = 4

export interface ObjectStoreOptions {
  readonly maxObjectBytes?: number
}

/** The repository's objects, read by git. */
export function openObjectStore(
  repository: Pick<Repository, 'gitDir' | 'commonDir' | 'objectFormat'> & { readonly cwd: string },
  { maxObjectBytes = DEFAULT_MAX_OBJECT_BYTES }: ObjectStoreOptions = {},
): ObjectStore {
  const { cwd, commonDir, objectFormat } = repository
  const environment = gitEnvironment()
  const objectDir = resolve(cwd, environment.GIT_OBJECT_DIRECTORY ?? join(commonDir, 'objects'))
  const objectDirs = objectDirectories(objectDir, environment.GIT_ALTERNATE_OBJECT_DIRECTORIES, cwd)
  const isId = objectFormat === 'sha256' ? /^[0-9a-f]{64}$/ : /^[0-9a-f]{40}$/
  const idBytes = objectFormat === 'sha256' ? 32 : 20
  const folders = { cwd, objectDirs, idBytes }
  const running = new Set<SpawnedGit>()
  const inPacks = openPackedObjects(objectDirs, idBytes)
  let closed = false
  let direct: Promise<DirectObjects> | undefined

  const options: ReadObjectsOptions = {
    cwd,
    maxObjectBytes,
    isClosed: () => closed,
    endless,
    onStart(git) {
      running.add(git)
      git.child.on('close', () => running.delete(git))
    },
  }

  /** Lists and reads what has not been seen, again where packs came or went meanwhile: git may have listed too early, or too late. */
  async function readAll(
    visit: (object: GitObject) => void,
    onProblem: (problem: NotScanned) => void,
    { kinds, isKnown = () => false }: ReadAllOptions = {},
  ): Promise<void> {
    const seen = createSeenObjects()
    let packs = packFiles(objectDirs)
    // Takes its time, so side by side; awaited in any case, and looked at only where the rest went well.
    const promised = Promise.allSettled(packs.promised ? [missingPromised(cwd)] : [])
    for (let pass = 1; pass <= MAX_PASSES; pass++) {
      const problems: NotScanned[] = []
      await readObjects(
        unseen(
          listObjectIds(folders, problem => problems.push(problem), kinds),
          seen,
          isKnown,
        ),
        options,
        visit,
        onProblem,
      )
      const now = packFiles(objectDirs)
      const changed = now.fingerprint !== packs.fingerprint
      packs = now
      if (changed && pass < MAX_PASSES) continue
      if (changed) onProblem({ what: 'object store', why: 'packs changed while they were read, again and again' })
      for (const problem of problems) onProblem(problem)
      break
    }
    for (const half of packs.halves)
      onProblem({ what: half, why: 'half of a pack: its index or the pack itself is not there' })
    for (const result of await promised) {
      if (result.status === 'rejected') throw result.reason
      if (result.value.length > 0) onProblem(notFetched(result.value.length))
    }
  }

  async function read(
    ids: Iterable<ObjectId>,
    visit: (object: GitObject) => void,
    onProblem: (problem: NotScanned) => void,
  ): Promise<void> {
    let wanted: readonly ObjectId[] = [...new Set(ids)].filter(id => {
      if (!isId.test(id)) onProblem({ what: id, why: `not an object id of a ${objectFormat} repository` })
      return isId.test(id)
    })
    const circular = direct && (await endless())
    if (circular?.size) {
      for (const id of wanted) if (circular.has(id)) onProblem({ what: id, why: ENDLESS })
      wanted = wanted.filter(id => !circular.has(id))
    }
    if (wanted.length <= LOOSE_FIRST_IDS) wanted = await notLoose(wanted, visit)
    if (wanted.length > 0 && isPartial(commonDir)) wanted = await present(wanted, onProblem)
    if (wanted.length > 0) await readObjects(oneBlock(wanted), options, visit, onProblem)
  }

  /** Visits those that are loose and gives the others. */
  async function notLoose(ids: readonly ObjectId[], visit: (object: GitObject) => void): Promise<readonly ObjectId[]> {
    const others: ObjectId[] = []
    const slice = createTimeSlice()
    for (const id of ids) {
      if (!visitLoose(id, visit)) others.push(id)
      if (!slice.isOver()) continue
      await slice.pause()
      if (closed) throw closedError()
    }
    return others
  }

  /** Of one that is damaged a pack may hold a good copy. Where none does, git tells what is wrong with it. */
  function readLoose(id: ObjectId): GitObject | undefined {
    try {
      return readLooseObject(objectDirs, id, maxObjectBytes)
    } catch (cause) {
      if (cause instanceof UnreadableObjectError) return undefined
      throw cause
    }
  }

  function visitLoose(id: ObjectId, visit: (object: GitObject) => void): boolean {
    const object = readLoose(id)
    if (object === undefined) return false
    visit(object)
    return true
  }

  /** In a partial clone git dies of each object that it may not fetch, so those are sorted out first. */
  async function present(
    ids: readonly ObjectId[],
    onProblem: (problem: NotScanned) => void,
  ): Promise<readonly ObjectId[]> {
    // Where packs are open, what they hold need not be looked for; all ids of a large repository take a second.
    const opened = await direct
    const isOpen = (id: ObjectId): boolean => opened?.holdsAt(Buffer.from(id, 'hex'), 0) === true
    if (opened && !opened.changed() && ids.every(isOpen)) return ids
    const here = createSeenObjects()
    for await (const block of listObjectIds(folders, onProblem)) for (const id of block) here.add(id)
    return ids.filter(id => {
      if (!here.has(id)) onProblem({ what: id, why: 'not here: promised by the remote of this partial clone' })
      return here.has(id)
    })
  }

  async function openDirect(options?: OpeningOptions): Promise<DirectObjects | undefined> {
    if (!directEngine()) return undefined
    // Loaded here: a commit hook has no use for it.
    const [{ packKernelRuns }, { openDirectObjects }] = await Promise.all([
      import('../kernel/create-pack-kernel.ts'),
      import('./pack/open-direct-objects.ts'),
    ])
    if (!packKernelRuns()) return undefined
    direct ??= openDirectObjects(objectDirs, idBytes, maxObjectBytes, options)
    return direct
  }

  async function endless(): Promise<ReadonlySet<ObjectId>> {
    const isOpen = direct !== undefined
    const opened = await openDirect()
    // Opened for this alone: nobody goes to and fro in the packs.
    if (!isOpen) opened?.letPacksGo()
    return opened?.circular() ?? new Set()
  }

  return {
    readAll,
    read,
    openDirect,
    endless,
    readNow: id => readLoose(id) ?? inPacks.read(id),
    packed: () => packedObjects(objectDirs, idBytes),
    async close() {
      closed = true
      inPacks.close()
      const ending = [...running]
      for (const git of ending) git.child.kill()
      await Promise.allSettled(ending.map(git => git.ended))
      const [opened] = await Promise.allSettled([direct])
      if (opened.status === 'fulfilled') await opened.value?.close()
      direct = undefined
    },
  }
}

async function* unseen(
  blocks: AsyncIterable<readonly ObjectId[]>,
  seen: SeenObjects,
  isKnown: (id: ObjectId) => boolean,
): AsyncGenerator<readonly ObjectId[]> {
  for await (const block of blocks) {
    const fresh = block.filter(id => !isKnown(id) && (seen.size === 0 || !seen.has(id)))
    for (const id of fresh) seen.add(id)
    if (fresh.length > 0) yield fresh
  }
}

async function* oneBlock(ids: readonly ObjectId[]): AsyncGenerator<readonly ObjectId[]> {
  yield ids
}

function notFetched(count: number): NotScanned {
  return {
    what: count === 1 ? '1 object' : `${count} objects`,
    why: 'not here: promised by the remote of this partial clone; `git fetch --refetch --no-filter` brings them',
  }
}
