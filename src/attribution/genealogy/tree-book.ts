import { IntList } from '../../objects/pack/int-list.ts'
import type { ObjectId } from '../../types.ts'
import { EntryTable } from './entry-table.ts'
import { IdTable } from './id-table.ts'
import type { Wanted } from './wanted.ts'

const DIGIT_4 = 0x34
/** `40000 `, `100644 `: where the name begins. */
const FOLDER_MODE = 6
const FILE_MODE = 7

/** In place of a tree's number, of one that is here and leads to nothing wanted: that is all that is kept of it. */
export const IDLE = -2

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
  readonly #lists = new IntList()
  /** Of each of these, the how-manieth of the tree it is. */
  readonly #places = new IntList()
  /** Where the list of each tree ends. */
  readonly #ends = new IntList()
  #isIdle: (ids: Uint8Array, at: number) => boolean = () => false

  constructor(idBytes: number, wanted: Wanted) {
    this.ids = new IdTable(idBytes)
    this.entries = new EntryTable(idBytes)
    this.#idBytes = idBytes
    this.#wanted = wanted
  }

  /** Trees that are not added, as it is known already that they lead to nothing: four of five, mostly. */
  passOver(isIdle: (ids: Uint8Array, at: number) => boolean): void {
    this.#isIdle = isIdle
  }

  /** The number of the tree whose id stands here; IDLE; -1: it is not here. */
  find(ids: Uint8Array, at: number): number {
    const number = this.ids.find(ids, at)
    return number === -1 && this.#isIdle(ids, at) ? IDLE : number
  }

  /** Entries: `100644 name\0` and the bytes of the id, again and again. A damaged tree may end anywhere: its last whole entry counts. */
  add(id: ObjectId, bytes: Uint8Array): void {
    if (this.ids.add(id) === undefined) return
    const tree = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    let place = 0
    for (let at = 0; at !== -1; at = this.#take(tree, at, place++));
    this.#ends.push(this.#lists.size)
  }

  /**
   * A tree by what sets it apart from another (see TreeChange), which is there already; below 0: from none, or an idle one. `take` notes down the nth of the new entries, which
   * has this place in the tree, if it may matter: see `note`. Returns its number, by which others are set apart from it.
   */
  addBy(
    ids: Uint8Array,
    idStart: number,
    freshCount: number,
    kept: ArrayLike<number>,
    base: number,
    take: (next: number, place: number) => void,
  ): number {
    const number = this.ids.addAt(ids, idStart)
    if (number === undefined) return this.ids.find(ids, idStart)
    let place = 0
    let next = 0
    for (let at = 0; at < kept.length; at += 3) {
      const here = kept[at]!
      while (place < here) take(next++, place++)
      this.#copy(base, kept[at + 1]!, kept[at + 2]!, here)
      place = here + kept[at + 2]!
    }
    while (next < freshCount) take(next++, place++)
    this.#ends.push(this.#lists.size)
    return number
  }

  /** An entry of the tree that is being added. `idStart`: where its id begins, right after the NUL. */
  note(entry: Buffer, start: number, idStart: number, place: number): void {
    this.#lists.push(this.entries.add(entry, start, idStart))
    this.#places.push(place)
  }

  /** Notes the entry down if it may matter. Returns where the next one begins; -1: the tree ends before this one does. */
  #take(tree: Buffer, at: number, place: number): number {
    const { anyNames } = this.#wanted
    const isFolder = tree[at] === DIGIT_4
    const name = at + (isFolder ? FOLDER_MODE : FILE_MODE)
    const { length } = tree
    let end = name
    while (end < length && tree[end] !== 0) end++
    const next = end + 1 + this.#idBytes
    if (next > length) return -1
    if (isFolder || this.#wanted.object(tree, end + 1) >= 0 || (anyNames && this.#wanted.name(tree, name, end) >= 0)) {
      this.note(tree, at, end + 1, place)
    }
    return next
  }

  /** What may matter among so many entries of another tree, from its `first` on, which are this one's from `here` on. */
  #copy(base: number, first: number, count: number, here: number): void {
    if (base < 0) return
    const end = this.#ends.at(base)
    let low = base === 0 ? 0 : this.#ends.at(base - 1)
    for (let high = end; low < high; ) {
      const middle = (low + high) >>> 1
      if (this.#places.at(middle) < first) low = middle + 1
      else high = middle
    }
    for (let at = low; at < end && this.#places.at(at) < first + count; at++) {
      this.#lists.push(this.#lists.at(at))
      this.#places.push(this.#places.at(at) - first + here)
    }
  }

  /** Calls with the number of each entry of a tree that may matter. */
  forEach(tree: number, visit: (entry: number) => void): void {
    const end = this.#ends.at(tree)
    for (let at = tree === 0 ? 0 : this.#ends.at(tree - 1); at < end; at++) visit(this.#lists.at(at))
  }
}
