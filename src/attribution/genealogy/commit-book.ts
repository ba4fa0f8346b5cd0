import { IntList } from '../../objects/pack/int-list.ts'
import type { ObjectId } from '../../types.ts'
import { IdTable } from './id-table.ts'

const FIRST_BYTES = 1 << 14
const NEWLINE = 0x0a
/** `tree ` and `parent `, as bytes from the start of a line. */
const TREE_WORD = Buffer.from('tree ')
const PARENT_WORD = Buffer.from('parent ')

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

  /**
   *     tree 5e53…
   *     parent 81d2…        none, one or several
   *     author …
   */
  add(id: ObjectId, commit: Uint8Array): void {
    this.addAt(Buffer.from(id, 'hex'), 0, commit)
  }

  /** The same, of a commit whose id stands at this place. */
  addAt(ids: Uint8Array, idStart: number, commit: Uint8Array): void {
    if (this.ids.addAt(ids, idStart) === undefined) return
    this.#starts.push(this.#bytes / this.ids.idBytes)
    const digits = this.ids.idBytes * 2
    let at = this.#take(commit, 0, TREE_WORD, digits)
    // Nothing that git would write: without a tree it holds nothing.
    if (at === 0) this.#reserve(this.ids.idBytes).fill(0)
    for (let next = at; next !== -1; at = next) next = this.#take(commit, at, PARENT_WORD, digits) || -1
  }

  /** Number in `trees` of the tree of each commit; -1 where it is not there. */
  trees(trees: IdTable): Int32Array {
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

  /** Takes over the id of a line that begins with this word; gives where the next line begins, or 0 where it does not. */
  #take(commit: Uint8Array, at: number, word: Uint8Array, digits: number): number {
    const from = at + word.length
    if (commit[from + digits] !== NEWLINE) return 0
    for (let i = 0; i < word.length; i++) if (commit[at + i] !== word[i]) return 0
    const target = this.#reserve(digits / 2)
    for (let i = 0; i < target.length; i++) {
      target[i] = (digit(commit[from + 2 * i]!) << 4) | digit(commit[from + 2 * i + 1]!)
    }
    return from + digits + 1
  }

  #reserve(count: number): Uint8Array {
    const at = this.#bytes
    this.#bytes += count
    if (this.#bytes > this.#named.length) this.#named = Buffer.concat([this.#named], this.#named.length * 2)
    return this.#named.subarray(at, this.#bytes)
  }
}

/** `0`–`9`, `a`–`f` */
const digit = (code: number): number => (code < 0x3a ? code - 0x30 : code - 0x57)
