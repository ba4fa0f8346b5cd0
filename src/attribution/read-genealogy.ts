import type { Repository } from '../git/find-repository.ts'
import type { ObjectStore, ObjectType } from '../objects/object-store.ts'
import { openObjectStore } from '../objects/open-object-store.ts'
import type { ObjectId } from '../types.ts'
import type { CommitBook } from './genealogy/commit-book.ts'
import { createGenealogy, type Genealogy, ID_BYTES } from './genealogy/genealogy.ts'

const TREES: readonly ObjectType[] = ['tree']
const TREES_AND_COMMITS: readonly ObjectType[] = ['tree', 'commit']

export interface GenealogySources {
  /** Where objects are read from; without one, one is opened for it. */
  readonly store?: ObjectStore | undefined
  /** All commits, where whoever asks has come by them already. */
  readonly commits?: CommitBook | undefined
}

/** Reads all trees once (and all commits, unless they are there already). */
export async function readGenealogy(
  repository: Repository,
  wanted: ReadonlySet<ObjectId>,
  { store, commits }: GenealogySources,
): Promise<Genealogy> {
  const genealogy = createGenealogy(ID_BYTES[repository.objectFormat], wanted, commits)
  const from = store ?? openObjectStore({ ...repository, cwd: repository.root })
  try {
    const kinds = new Set(commits ? TREES : TREES_AND_COMMITS)
    // What cannot be read is a gap, which is told of where it matters; the scan that asks has named it by its id.
    await from.readAll(genealogy.add, () => undefined, { kinds })
  } finally {
    if (!store) await from.close()
  }
  return genealogy
}
