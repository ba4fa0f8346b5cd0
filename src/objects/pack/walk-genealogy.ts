import { createPackKernel } from '../../kernel/create-pack-kernel.ts'
import { createTimeSlice } from '../time-slice.ts'
import type { BuiltForest } from './delta-forest.ts'
import { COMMIT, TREE } from './entry-kinds.ts'
import { PackWalk, type WalkedObject } from './pack-walk.ts'
import { type TreeChange, TreeEntries, type TreeState } from './tree-entries.ts'

const NONE = -1

export interface GenealogyVisitor {
  /** `ids`, `idStart`: where its id stands. All bytes are only valid during the call. */
  commit(ids: Uint8Array, idStart: number, bytes: Uint8Array): void
  /** `base`: what the call for its base returned; -1: nothing is kept. */
  tree(ids: Uint8Array, idStart: number, bytes: Uint8Array, change: TreeChange, base: number): number
  /** To be read in another way. */
  failed(entry: number): void
}

interface State {
  readonly tree?: TreeState | undefined
  readonly number: number
}

const NO_STATE: State = { number: NONE }

/** All commits and trees that lie in packs, each tree by what sets it apart from the one that it is made from. */
export async function walkGenealogy({ forest, roots }: BuiltForest, visitor: GenealogyVisitor): Promise<void> {
  const { ids, rows, idBytes, kinds } = forest
  const kernel = createPackKernel()
  const trees = new TreeEntries(kernel, idBytes)
  const walk = new PackWalk<State>(kernel, forest, {
    visit: object => (kinds[object.entry] === TREE ? visitTree(object) : visitCommit(object)),
    release: ({ tree }) => tree && trees.release(tree),
    failed: visitor.failed,
  })

  function visitTree(object: WalkedObject<State>): State {
    const { entry, at, size, base } = object
    const change = trees.read(object, base?.state.tree)
    const bytes = kernel.memory.bytes.subarray(at, at + size)
    const number = visitor.tree(ids, rows[entry]! * idBytes, bytes, change, base?.state.number ?? NONE)
    return change.state ? { tree: change.state, number } : NO_STATE
  }

  function visitCommit({ entry, at, size }: WalkedObject<State>): State {
    visitor.commit(ids, rows[entry]! * idBytes, kernel.memory.bytes.subarray(at, at + size))
    return NO_STATE
  }

  const slice = createTimeSlice()
  for (const root of roots) {
    if (kinds[root] !== COMMIT && kinds[root] !== TREE) continue
    for (const _ of walk.walk(root)) if (slice.isOver()) await slice.pause()
  }
}
