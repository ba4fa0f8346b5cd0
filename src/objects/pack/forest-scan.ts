import { createPackKernel, type PackKernel } from '../../kernel/create-pack-kernel.ts'
import type { Inspector, SearchPlan, WholePrints } from '../../types.ts'
import type { ObjectType } from '../object-store.ts'
import { AnchorScan, type TextState } from './anchor-scan.ts'
import type { DeltaForest } from './delta-forest.ts'
import { TREE, TYPE_OF_KIND } from './entry-kinds.ts'
import type { ForestTasks } from './forest-tasks.ts'
import { PackWalk, type WalkedObject } from './pack-walk.ts'
import { type TreeChange, TreeEntries, type TreeState } from './tree-entries.ts'

export interface ForestVisitor {
  readonly inspector: Inspector
  /** A blob, commit or tag, and all that it may hold. `bytes` is only valid during the call. */
  text(entry: number, type: ObjectType, bytes: Uint8Array, prints: WholePrints): void
  /** A tree by what sets it apart from its base. `base`: what the call for that one returned; -1: there is none. */
  tree(entry: number, bytes: Uint8Array, change: TreeChange, base: number): number
  /** To be read in another way: damaged, too large, or made from such a one. */
  failed(entry: number): void
}

interface State {
  readonly text?: TextState
  readonly tree?: TreeState
  /** What the visitor calls it. */
  readonly number?: number
}

const NONE = -1
const NO_STATE: State = {}
/** An object as if it were made from none. */
const ALONE = { base: undefined, runs: 0, runCount: 0 }
const NO_PRINTS: WholePrints = { found: [], allowed: [], unread: [] }

function printsOf({ matches, encoded }: TextState): WholePrints {
  if (matches.length + encoded.length === 0) return NO_PRINTS
  const found = new Set<string>()
  const allowed = new Set<string>()
  for (const match of matches) {
    if (match.print !== undefined) (match.allowed ? allowed : found).add(match.print)
  }
  for (const { prints } of encoded) {
    for (const print of prints.found) found.add(print)
    for (const print of prints.allowed) allowed.add(print)
  }
  return { found: [...found], allowed: [...allowed], unread: encoded.flatMap(({ prints }) => prints.unread) }
}

/** What one thread does with a forest: it has a kernel, and with it memory, of its own. */
export class ForestScan {
  readonly #kernel: PackKernel
  readonly #forest: DeltaForest
  readonly #visitor: ForestVisitor
  readonly #texts: AnchorScan
  readonly #trees: TreeEntries
  readonly #walk: PackWalk<State>
  readonly #onlyWanted: boolean

  /** `onlyWanted`: what is not wanted is told of no tree, and all of a wanted one's entries are new unless its base was told. */
  constructor(forest: DeltaForest, plan: SearchPlan, visitor: ForestVisitor, onlyWanted = false) {
    this.#forest = forest
    this.#onlyWanted = onlyWanted
    this.#visitor = visitor
    this.#kernel = createPackKernel(plan.table)
    this.#texts = new AnchorScan(this.#kernel, plan, visitor.inspector)
    this.#trees = new TreeEntries(this.#kernel, forest.idBytes)
    this.#walk = new PackWalk<State>(this.#kernel, forest, {
      visit: object => this.#visit(object),
      release: state => this.#release(state),
      failed: entry => {
        if (forest.wanted[entry] === 1) visitor.failed(entry)
      },
    })
  }

  /** Stops now and then: the largest task may take seconds. */
  *runTask({ roots, starts }: ForestTasks, task: number): Generator<void> {
    for (let i = starts[task]!; i < starts[task + 1]!; i++) yield* this.#walk.walk(roots[i]!)
  }

  #visit(object: WalkedObject<State>): State {
    const { entry, at, size } = object
    const kind = this.#forest.kinds[entry]!
    if (kind === TREE) return this.#visitTree(object)
    if (this.#isPassedOver(object)) return NO_STATE
    const type = TYPE_OF_KIND[kind]!
    const before = object.base?.state.text
    const text = this.#texts.scan(before ? object : { ...object, ...ALONE }, before, type)
    if (this.#forest.wanted[entry] === 1) {
      this.#visitor.text(entry, type, this.#kernel.memory.bytes.subarray(at, at + size), printsOf(text))
    }
    return object.hasChildren ? { text } : NO_STATE
  }

  /**
   * Nobody asks for it, its base was not looked at, and one text is made from it: that one is looked at in full as well as this one would be. What comes
   * of this one is only of use to several.
   */
  #isPassedOver({ entry, base }: WalkedObject<State>): boolean {
    const { wanted, firstChild, nextSibling } = this.#forest
    if (wanted[entry] === 1) return false
    const child = firstChild[entry]!
    return child === NONE || (!base?.state.text && nextSibling[child] === NONE)
  }

  #visitTree(object: WalkedObject<State>): State {
    const { entry, at, size } = object
    if (this.#onlyWanted && this.#forest.wanted[entry] === 0) return NO_STATE
    const base = object.base?.state
    const change = this.#trees.read(object, base?.tree)
    const bytes = this.#kernel.memory.bytes.subarray(at, at + size)
    const number = this.#visitor.tree(entry, bytes, change, base?.number ?? NONE)
    return change.state ? { tree: change.state, number } : NO_STATE
  }

  #release({ text, tree }: State): void {
    if (text) this.#texts.release(text)
    if (tree) this.#trees.release(tree)
  }
}
