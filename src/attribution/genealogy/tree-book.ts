import type { ObjectId } from '../../types.ts'
import { EntryTable } from './entry-table.ts'
import { IdTable } from './id-table.ts'
import { NumberList } from './number-list.ts'
import type { Wanted } from './wanted.ts'

const DIGIT_4 = 0x34
/** `40000 `, `100644 `: where the name begins. */
const FOLDER_MODE = 6
const FILE_MODE = 7

/**
 * Of all trees those entries that may lead to something wanted: it itself, and every folder. The rest of a tree, nine parts of ten, is glanced at as it
 * comes by. Trees come in any order; nothing of them is read twice.
 */
export class TreeBook {
  readonly ids: IdTable
  readonly entries: EntryTable
  readonly #wanted: Wanted
  readonly #idBytes: number
  /** Numbers of entries, tree by tree. */
  readonly #lists = new NumberList()
  /** Where the list of each tree ends. */
  readonly #ends = new NumberList()

  constructor(idBytes: number, wanted: Wanted) {
    this.ids = new IdTable(idBytes)
    this.entries = new EntryTable(idBytes)
    this.#idBytes = idBytes
    this.#wanted = wanted
  }

  /** Entries: `100644 name\0` and the bytes of the id, again and again. A damaged tree may end anywhere: its last whole entry counts. */
  add(id: ObjectId, bytes: Uint8Array): void {
    if (this.ids.add(id) === undefined) return
    const tree = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const wanted = this.#wanted
    const { anyNames } = wanted
    const { length } = tree
    for (let at = 0; ; ) {
      const isFolder = tree[at] === DIGIT_4
      const name = at + (isFolder ? FOLDER_MODE : FILE_MODE)
      let end = name
      while (end < length && tree[end] !== 0) end++
      const next = end + 1 + this.#idBytes
      if (next > length) break
      if (isFolder || wanted.object(tree, end + 1) >= 0 || (anyNames && wanted.name(tree, name, end) >= 0)) {
        this.#lists.push(this.entries.add(tree, at, end + 1))
      }
      at = next
    }
    this.#ends.push(this.#lists.size)
  }

  /** Calls with the number of each entry of a tree that may matter. */
  forEach(tree: number, visit: (entry: number) => void): void {
    const end = this.#ends.at(tree)
    for (let at = tree === 0 ? 0 : this.#ends.at(tree - 1); at < end; at++) visit(this.#lists.at(at))
  }
}
