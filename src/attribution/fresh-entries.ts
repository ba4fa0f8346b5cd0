import type { DeltaForest } from '../objects/pack/delta-forest.ts'
import { type GenealogyRecord, NO_ID, NOT_PACKED, PACKED } from '../objects/pack/genealogy-record.ts'
import { RecordReader } from '../objects/pack/record-reader.ts'

/** No row: the entry's id is in no pack, or it has none that counts. */
export const NO_ROW = -1

/** The new entries of a record's trees, one after another. */
export class FreshEntries {
  /** Of the entry that was read last: the row of its id, or NO_ROW; where its id stands, if it has one. */
  row = NO_ROW
  hasId = false
  bytes: Uint8Array
  idStart = 0
  /** Number of its name. */
  name = 0
  isFolder = false
  readonly #reader: RecordReader
  readonly #ids: Uint8Array
  readonly #idBytes: number

  constructor({ fresh }: GenealogyRecord, { ids, idBytes }: Pick<DeltaForest, 'ids' | 'idBytes'>) {
    this.#reader = new RecordReader(fresh)
    this.#ids = ids
    this.#idBytes = idBytes
    this.bytes = ids
  }

  read(): void {
    const id = this.#reader.number()
    const isPacked = id >= PACKED
    this.row = isPacked ? id - PACKED : NO_ROW
    this.hasId = id !== NO_ID
    this.bytes = id === NOT_PACKED ? this.#reader.bytes(this.#idBytes) : this.#ids
    this.idStart = isPacked ? this.row * this.#idBytes : 0
    const numbers = this.#reader.number()
    this.isFolder = numbers % 2 === 1
    this.name = numbers >>> 1
  }

  /** Passes over entries that take so many bytes. */
  skip(count: number): void {
    this.#reader.skip(count)
  }
}
