import { TREE } from './entry-kinds.ts'
import type { DirectObjects } from './open-direct-objects.ts'
import { pruneForest } from './prune-forest.ts'

/** The same objects, less all trees: for whoever has been told of these. */
export function withoutTrees(direct: DirectObjects): DirectObjects {
  const { forest } = direct.built
  const wanted = new Uint8Array(new SharedArrayBuffer(forest.count))
  for (let entry = 0; entry < forest.count; entry++) {
    wanted[entry] = forest.kinds[entry] === TREE ? 0 : forest.wanted[entry]!
  }
  return { ...direct, built: pruneForest(direct.built, wanted) }
}
