import { createHash } from 'node:crypto'
import { findRepository } from '../../src/git/find-repository.ts'
import type { GitObject, ObjectStore } from '../../src/objects/object-store.ts'
import { type ObjectStoreOptions, openObjectStore } from '../../src/objects/open-object-store.ts'
import type { NotScanned, ObjectId } from '../../src/types.ts'

export interface Everything {
  /** `type size` of each object by its id, as often as it was visited. */
  readonly objects: ReadonlyMap<ObjectId, readonly string[]>
  readonly problems: readonly NotScanned[]
}

export async function openStore(cwd: string, options?: ObjectStoreOptions): Promise<ObjectStore> {
  return openObjectStore({ ...(await findRepository(cwd)), cwd }, options)
}

/** Reads all objects, or those asked for, and checks of each that its content is the one its id stands for. */
export async function readEverything(
  cwd: string,
  ids?: Iterable<ObjectId>,
  options?: ObjectStoreOptions,
): Promise<Everything> {
  const objects = new Map<ObjectId, string[]>()
  const problems: NotScanned[] = []
  const store = await openStore(cwd, options)
  const visit = (object: GitObject): void => {
    if (idOf(object) !== object.id) throw new Error(`not the content of ${object.id}`)
    objects.set(object.id, [...(objects.get(object.id) ?? []), `${object.type} ${object.bytes.length}`])
  }
  const onProblem = (problem: NotScanned) => problems.push(problem)
  if (ids === undefined) await store.readAll(visit, onProblem)
  else await store.read(ids, visit, onProblem)
  await store.close()
  return { objects, problems }
}

function idOf({ id, type, bytes }: GitObject): ObjectId {
  const hash = createHash(id.length === 64 ? 'sha256' : 'sha1')
  return hash.update(`${type} ${bytes.length}\0`).update(bytes).digest('hex')
}
