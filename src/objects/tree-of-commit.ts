import type { ObjectId } from '../types.ts'
import type { ObjectStore } from './object-store.ts'

const TREE_OF_COMMIT = /^tree ([0-9a-f]+)\n/

/** Without git; undefined where this is no commit, or only git can read it. */
export function treeOfCommit(commit: ObjectId, store: Pick<ObjectStore, 'readNow'>): ObjectId | undefined {
  const object = store.readNow(commit)
  if (object?.type !== 'commit') return undefined
  return TREE_OF_COMMIT.exec(Buffer.from(object.bytes).toString('latin1'))?.[1]
}
