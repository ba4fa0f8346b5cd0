import { IntList } from './int-list.ts'

/**
 * What commits and trees say of one another, as one thread came by them: enough to tell later where things come from, without reading any of them
 * again. Of a tree only what sets it apart from its base is kept, some 12 bytes for each entry that is new, so that it takes less than the packs
 * themselves. Ids stand as rows of the forest. Plain data.
 */
export interface GenealogyRecord {
  /** Of each tree: the row of its id, the number here of the tree it is made from (-1: none), where its new entries end, where its runs do. */
  readonly trees: Int32Array
  /** Of each new entry: the row of the id it names (NOT_PACKED - n: the nth of `others`), and the number of its name, as ~number for a folder. */
  readonly fresh: Int32Array
  /** Runs of entries that are the base's: see TreeChange. */
  readonly kept: Int32Array
  /** Ids that are in no pack. */
  readonly others: Uint8Array
  readonly names: Uint8Array
  /** Where each name ends. */
  readonly nameEnds: Int32Array
  /** Of each commit: the row of its id, and where the lines that name its tree and parents end. */
  readonly commits: Int32Array
  readonly headers: Uint8Array
}

/** No id, as of a submodule's commit, which is another repository's. */
export const NO_ID = -1
/** Less the place among `others`. */
export const NOT_PACKED = -2
export const TREE_NUMBERS = 4

const FIRST_BYTES = 1 << 16
const [T, P] = ['t', 'p'].map(letter => letter.charCodeAt(0))
const TREE_WORD = 'tree '.length
const PARENT_WORD = 'parent '.length

export class GenealogyRecorder {
  readonly #idBytes: number
  readonly #trees = new IntList()
  readonly #fresh = new IntList()
  readonly #kept = new IntList()
  readonly #commits = new IntList()
  readonly #others = new ByteList()
  readonly #headers = new ByteList()

  constructor(idBytes: number) {
    this.#idBytes = idBytes
  }

  /** A new entry of the tree that comes next. `row`: of the id at `at`; -1: it is in no pack. */
  entry(row: number, bytes: Uint8Array, at: number, name: number, isFolder: boolean): void {
    let id = row
    if (row < 0) {
      id = NOT_PACKED - this.#others.size / this.#idBytes
      this.#others.push(bytes, at, at + this.#idBytes)
    }
    this.#fresh.push(id)
    this.#fresh.push(isFolder ? ~name : name)
  }

  submodule(name: number): void {
    this.#fresh.push(NO_ID)
    this.#fresh.push(name)
  }

  /** Returns its number. */
  tree(row: number, base: number, kept: Uint32Array): number {
    for (const number of kept) this.#kept.push(number)
    this.#trees.push(row)
    this.#trees.push(base)
    this.#trees.push(this.#fresh.size)
    this.#trees.push(this.#kept.size)
    return this.#trees.size / TREE_NUMBERS - 1
  }

  commit(row: number, bytes: Uint8Array): void {
    const digits = 2 * this.#idBytes
    let end = bytes[0] === T ? TREE_WORD + digits + 1 : 0
    while (end > 0 && bytes[end] === P) end += PARENT_WORD + digits + 1
    this.#headers.push(bytes, 0, Math.min(end, bytes.length))
    this.#commits.push(row)
    this.#commits.push(this.#headers.size)
  }

  record(names: { readonly bytes: Uint8Array; readonly ends: Int32Array }): GenealogyRecord {
    return {
      trees: this.#trees.toArray(),
      fresh: this.#fresh.toArray(),
      kept: this.#kept.toArray(),
      others: this.#others.toArray(),
      names: names.bytes,
      nameEnds: names.ends,
      commits: this.#commits.toArray(),
      headers: this.#headers.toArray(),
    }
  }
}

class ByteList {
  #bytes = new Uint8Array(FIRST_BYTES)
  #size = 0

  get size(): number {
    return this.#size
  }

  push(source: Uint8Array, start: number, end: number): void {
    const size = this.#size + end - start
    if (size > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(size, this.#bytes.length * 2))
      larger.set(this.#bytes)
      this.#bytes = larger
    }
    this.#bytes.set(source.subarray(start, end), this.#size)
    this.#size = size
  }

  toArray(): Uint8Array {
    return this.#bytes.slice(0, this.#size)
  }
}
