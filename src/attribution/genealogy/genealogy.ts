import type { GitObject } from '../../objects/object-store.ts'
import type { ObjectId } from '../../types.ts'
import { CommitBook } from './commit-book.ts'
import { TreeBook } from './tree-book.ts'
import { createWanted, type Wanted } from './wanted.ts'

/**
 * What tells where blobs come from: which tree and parents each commit has, and of the trees what leads to something wanted.
 */
export interface Genealogy {
  readonly commits: CommitBook
  readonly trees: TreeBook
  readonly wanted: Wanted
  /** Objects in any order, each as often as it comes; those of other kinds are passed over. */
  add(object: GitObject): void
}

export function createGenealogy(idBytes: number, ids: Iterable<ObjectId>): Genealogy {
  const wanted = createWanted(ids, idBytes)
  const commits = new CommitBook(idBytes)
  const trees = new TreeBook(idBytes, wanted)
  return {
    commits,
    trees,
    wanted,
    add({ id, type, bytes }) {
      if (type === 'tree') trees.add(id, bytes)
      else if (type === 'commit') commits.add(id, bytes)
    },
  }
}
