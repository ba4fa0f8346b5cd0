import { IntList } from '../../objects/pack/int-list.ts'
import { namedByCommit } from '../../objects/pack/named-by-commit.ts'
import type { ObjectId } from '../../types.ts'
import { IdTable } from './id-table.ts'
import type { TreeBook } from './tree-book.ts'

const FIRST_BYTES = 1 << 14
/**
 * Which tree and which parents each commit names, as git wrote them: some 90 bytes a commit. Who made it, and when, is asked of git for the few
 * that brought something in.
 */
export class CommitBook {
  readonly ids: IdTable
  /** Of each commit the id of its tree, then those of its parents. */
  #named = Buffer.alloc(FIRST_BYTES)
  #bytes = 0
  /** Where those of each commit begin, in ids. */
  readonly #starts = new IntList()

  constructor(idBytes: number) {
    this.ids = new IdTable(idBytes)
  }

  add(id: ObjectId, commit: Uint8Array): void {
    this.addAt(Buffer.from(id, 'hex'), 0, commit)
  }

  /** The same, of a commit whose id stands at this place. */
  addAt(ids: Uint8Array, idStart: number, commit: Uint8Array): void {
    this.addNamed(ids, idStart, namedByCommit(commit, this.ids.idBytes))
  }

  /** The same, of which only the ids are given that it names. */
  addNamed(ids: Uint8Array, idStart: number, named: Uint8Array): void {
    if (this.ids.addAt(ids, idStart) === undefined) return
    this.#starts.push(this.#bytes / this.ids.idBytes)
    // Nothing that git would write: without a tree it holds nothing.
    if (named.length === 0) this.#reserve(this.ids.idBytes).fill(0)
    else this.#reserve(named.length).set(named)
  }

  /** Number in `trees` of the tree of each commit: see TreeBook.find. */
  trees(trees: Pick<TreeBook, 'find'>): Int32Array {
    const numbers = new Int32Array(this.ids.size)
    for (let commit = 0; commit < numbers.length; commit++) {
      numbers[commit] = trees.find(this.#named, this.#starts.at(commit) * this.ids.idBytes)
    }
    return numbers
  }

  /** Numbers of the parents of all commits, one after the other; -1 where a parent is not there. */
  parents(): { readonly starts: Uint32Array; readonly numbers: Int32Array } {
    const { idBytes, size } = this.ids
    const end = this.#bytes / idBytes
    const starts = new Uint32Array(size + 1)
    const numbers = new Int32Array(end - size)
    let count = 0
    for (let commit = 0; commit < size; commit++) {
      const last = commit + 1 < size ? this.#starts.at(commit + 1) : end
      for (let at = this.#starts.at(commit) + 1; at < last; at++)
        numbers[count++] = this.ids.find(this.#named, at * idBytes)
      starts[commit + 1] = count
    }
    return { starts, numbers }
  }

  #reserve(count: number): Uint8Array {
    const at = this.#bytes
    this.#bytes += count
    if (this.#bytes > this.#named.length) this.#named = Buffer.concat([this.#named], this.#named.length * 2)
    return this.#named.subarray(at, this.#bytes)
  }
}
