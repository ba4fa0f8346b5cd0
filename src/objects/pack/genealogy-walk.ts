import { createPackKernel, type PackKernel } from '../../kernel/create-pack-kernel.ts'
import { entryOf } from '../parse-tree.ts'
import type { BuiltForest, DeltaForest } from './delta-forest.ts'
import { COMMIT, TREE } from './entry-kinds.ts'
import { type ForestTasks, forestTasks } from './forest-tasks.ts'
import { type GenealogyRecord, GenealogyRecorder } from './genealogy-record.ts'
import { NameSet } from './name-set.ts'
import { PackWalk, type WalkedObject } from './pack-walk.ts'
import { rowAmong } from './row-among.ts'
import { TreeEntries, type TreeState } from './tree-entries.ts'

const NONE = -1

/** All that a thread has to know to take its share. Plain data; what is large lies on memory that threads share. */
export interface GenealogyJob {
  readonly family: DeltaForest
  readonly tasks: ForestTasks
}

/** What a thread has noted. Plain data. */
export interface NotedGenealogy {
  readonly record: GenealogyRecord
  /** Entries that are to be read in another way. */
  readonly failed: readonly number[]
}

interface State {
  readonly tree?: TreeState | undefined
  readonly number: number
}

const NO_STATE: State = { number: NONE }

/** All commits and trees that lie in packs: to be shared by threads. */
export function genealogyJob({ forest, roots, weights }: BuiltForest): GenealogyJob {
  const { kinds } = forest
  const some = roots.filter(root => kinds[root] === COMMIT || kinds[root] === TREE)
  return { family: forest, tasks: forestTasks({ roots: some, weights, forest }) }
}

/** One thread's share of the commits and trees, where no scan has come by them: each is noted by what sets it apart from the one that it is made from. */
export class GenealogyWalk {
  readonly #kernel: PackKernel
  readonly #forest: DeltaForest
  readonly #tasks: ForestTasks
  readonly #recorder: GenealogyRecorder
  readonly #names = new NameSet()
  readonly #failed: number[] = []
  readonly #trees: TreeEntries
  readonly #walk: PackWalk<State>

  constructor({ family, tasks }: GenealogyJob) {
    this.#kernel = createPackKernel()
    this.#forest = family
    this.#tasks = tasks
    this.#recorder = new GenealogyRecorder(family)
    this.#trees = new TreeEntries(this.#kernel, family.idBytes)
    this.#walk = new PackWalk<State>(this.#kernel, family, {
      visit: object => (family.kinds[object.entry] === TREE ? this.#tree(object) : this.#commit(object)),
      release: ({ tree }) => tree && this.#trees.release(tree),
      failed: entry => this.#failed.push(entry),
    })
  }

  /** Stops now and then. */
  *run(task: number): Generator<void> {
    const { roots, starts } = this.#tasks
    for (let i = starts[task]!; i < starts[task + 1]!; i++) yield* this.#walk.walk(roots[i]!)
  }

  noted(): NotedGenealogy {
    return { record: this.#recorder.record(this.#names.all()), failed: this.#failed }
  }

  #commit({ entry, at, size }: WalkedObject<State>): State {
    this.#recorder.commit(this.#forest.rows[entry]!, this.#kernel.memory.bytes.subarray(at, at + size))
    return NO_STATE
  }

  #tree(object: WalkedObject<State>): State {
    const { entry, at, size, base } = object
    const { fresh, kept, state } = this.#trees.read(object, base?.state.tree)
    const tree = this.#kernel.memory.bytes.subarray(at, at + size)
    for (const start of fresh) {
      const { kind, nameStart, nameEnd, idStart } = entryOf(tree, start)
      const name = this.#names.add(tree, nameStart, nameEnd)
      if (kind === 'submodule') this.#recorder.submodule(name)
      else this.#recorder.entry(rowAmong(this.#forest, tree, idStart), tree, idStart, name, kind === 'tree')
    }
    const number = this.#recorder.tree(this.#forest.rows[entry]!, base?.state.number ?? NONE, kept)
    return state ? { tree: state, number } : NO_STATE
  }
}
