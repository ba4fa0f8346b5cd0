import { isNameId } from '../git/name-id.ts'
import type { DeltaForest } from '../objects/pack/delta-forest.ts'
import type { GenealogyRecord } from '../objects/pack/genealogy-record.ts'
import { rowAmong } from '../objects/pack/row-among.ts'
import { type FreshEntries, NO_ROW } from './fresh-entries.ts'
import type { Wanted } from './genealogy/wanted.ts'

/** What is wanted, as quickly to be asked as millions of entries need it: by rows of packs and by numbers of names. */
export class WantedEntries {
  readonly #wanted: Wanted
  /** 1 for each row whose object is wanted. */
  readonly #rows: Uint8Array

  constructor(wanted: Wanted, forest: DeltaForest) {
    this.#wanted = wanted
    this.#rows = new Uint8Array(forest.count)
    for (const id of wanted.ids) {
      const row = isNameId(id) ? NO_ROW : rowAmong(forest, Buffer.from(id, 'hex'), 0)
      if (row !== NO_ROW) this.#rows[row] = 1
    }
  }

  /** Is what the entry names wanted? */
  object({ row, hasId, bytes, idStart }: FreshEntries): boolean {
    return row === NO_ROW ? hasId && this.#wanted.object(bytes, idStart) >= 0 : this.#rows[row] === 1
  }

  /** Of a record's names, 1 for each that is wanted. */
  names({ names, nameEnds }: GenealogyRecord): Uint8Array {
    const wanted = new Uint8Array(nameEnds.length)
    if (!this.#wanted.anyNames) return wanted
    const bytes = Buffer.from(names.buffer, names.byteOffset, names.byteLength)
    let start = 0
    for (const [name, end] of nameEnds.entries()) {
      if (this.#wanted.name(bytes, start, end) >= 0) wanted[name] = 1
      start = end
    }
    return wanted
  }
}
