import type { DeltaForest } from './delta-forest.ts'
import { namedByCommit } from './named-by-commit.ts'
import { RecordWriter } from './record-writer.ts'
import { rowAmong } from './row-among.ts'
import { KEPT_NUMBERS } from './tree-entries.ts'

/**
 * What commits and trees say of one another, as one thread came by them: enough to tell later where things come from, without reading any of them
 * again. Of a tree only what sets it apart from its base is kept, some five bytes for each entry that is new, so that it takes far less than the packs
 * themselves. Ids stand as rows of the forest. Plain data, to be read by RecordReader.
 */
export interface GenealogyRecord {
  /**
   * Of each tree: the row of its id; how many trees before it the one stands that it is made from (0: none); how many of its entries are new, how many
   * bytes these take in `fresh`, and how many runs of them are the base's; of each run three numbers: see TreeChange.
   */
  readonly trees: readonly Uint8Array[]
  /** Of each new entry: NO_ID, or NOT_PACKED and the id, or PACKED and more: the row of its id; the number of its name, twice, and one more for a folder. */
  readonly fresh: readonly Uint8Array[]
  readonly names: Uint8Array
  /** Where each name ends. */
  readonly nameEnds: Int32Array
  /** Of each commit: the row of its id, how many ids it names, and these: its tree's and its parents', each PACKED and more, or NOT_PACKED and the id. */
  readonly commits: readonly Uint8Array[]
}

/** No id, as of a submodule's commit, which is another repository's. */
export const NO_ID = 0
/** An id that is in no pack. */
export const NOT_PACKED = 1
/** And the row of an id that is in one. */
export const PACKED = 2

export class GenealogyRecorder {
  readonly #forest: DeltaForest
  readonly #trees = new RecordWriter()
  readonly #fresh = new RecordWriter()
  readonly #commits = new RecordWriter()
  #freshCount = 0
  /** Of all trees that are noted. */
  #freshBytes = 0
  #treeCount = 0

  constructor(forest: DeltaForest) {
    this.#forest = forest
  }

  /** A new entry of the tree that comes next. `row`: of the id at `at`; -1: it is in no pack. */
  entry(row: number, bytes: Uint8Array, at: number, name: number, isFolder: boolean): void {
    this.#id(this.#fresh, row, bytes, at)
    this.#fresh.number(2 * name + (isFolder ? 1 : 0))
    this.#freshCount++
  }

  submodule(name: number): void {
    this.#fresh.number(NO_ID)
    this.#fresh.number(2 * name)
    this.#freshCount++
  }

  /** Returns its number. `base`: the number of the one that it is made from; -1: none. */
  tree(row: number, base: number, kept: Uint32Array): number {
    const number = this.#treeCount++
    this.#trees.number(row)
    this.#trees.number(base < 0 ? 0 : number - base)
    this.#trees.number(this.#freshCount)
    this.#trees.number(this.#fresh.size - this.#freshBytes)
    this.#trees.number(kept.length / KEPT_NUMBERS)
    for (let i = 0; i < kept.length; i++) this.#trees.number(kept[i]!)
    this.#freshCount = 0
    this.#freshBytes = this.#fresh.size
    return number
  }

  commit(row: number, bytes: Uint8Array): void {
    const { idBytes } = this.#forest
    const ids = namedByCommit(bytes, idBytes)
    this.#commits.number(row)
    this.#commits.number(ids.length / idBytes)
    for (let at = 0; at < ids.length; at += idBytes) this.#id(this.#commits, rowAmong(this.#forest, ids, at), ids, at)
  }

  #id(into: RecordWriter, row: number, bytes: Uint8Array, at: number): void {
    if (row >= 0) into.number(PACKED + row)
    else {
      into.number(NOT_PACKED)
      into.bytes(bytes, at, at + this.#forest.idBytes)
    }
  }

  /** All of it: nothing may be noted any more. */
  record(names: { readonly bytes: Uint8Array; readonly ends: Int32Array }): GenealogyRecord {
    return {
      trees: this.#trees.finish(),
      fresh: this.#fresh.finish(),
      names: names.bytes,
      nameEnds: names.ends,
      commits: this.#commits.finish(),
    }
  }
}
