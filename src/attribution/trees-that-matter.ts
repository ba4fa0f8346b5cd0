import type { DeltaForest } from '../objects/pack/delta-forest.ts'
import { type GenealogyRecord, NO_ID, NOT_PACKED, PACKED } from '../objects/pack/genealogy-record.ts'
import { IntList } from '../objects/pack/int-list.ts'
import { RecordReader } from '../objects/pack/record-reader.ts'
import { rowAmong } from '../objects/pack/row-among.ts'
import { KEPT_NUMBERS } from '../objects/pack/tree-entries.ts'
import type { Wanted } from './genealogy/wanted.ts'

const NONE = -1

/** Names of a record that are wanted: 1 for each of them. */
export type WantedNames = Uint8Array

/** All trees of all records; what stands in none of them may lead to anything. */
interface Trees {
  /** Row of each tree's id, and the number of the tree that it is made from. */
  readonly rows: IntList
  readonly bases: IntList
  /** Rows of the folders that are new in each, and where those of each end. */
  readonly folders: IntList
  readonly ends: IntList
}

/**
 * Marks, by their rows, the trees that may lead to something wanted, or to something that is not here; of others nothing has to be known. Perhaps some
 * more: one that is made from a tree that leads to it counts as well.
 */
export function treesThatMatter(
  records: readonly { readonly record: GenealogyRecord; readonly isWantedName: WantedNames }[],
  forest: DeltaForest,
  wanted: Wanted,
): Uint8Array {
  const trees: Trees = { rows: new IntList(), bases: new IntList(), folders: new IntList(), ends: new IntList() }
  // What was not come by may be anything.
  const matters = new Uint8Array(forest.count).fill(1)
  const direct = new Uint8Array(forest.count)
  for (const { record, isWantedName } of records) gather(record, isWantedName, forest, wanted, trees, direct)
  const count = trees.rows.size
  for (let tree = 0; tree < count; tree++) matters[trees.rows.at(tree)] = direct[trees.rows.at(tree)]!
  spread(trees, matters)
  return matters
}

function gather(
  record: GenealogyRecord,
  isWantedName: WantedNames,
  forest: DeltaForest,
  wanted: Wanted,
  { rows, bases, folders, ends }: Trees,
  direct: Uint8Array,
): void {
  const { ids, idBytes } = forest
  const reader = new RecordReader(record.trees)
  const fresh = new RecordReader(record.fresh)
  while (!reader.done) {
    const own = reader.number()
    // Of several packs' copies only one is ever spoken of.
    const row = forest.tables.length === 1 ? own : rowAmong(forest, ids, own * idBytes)
    const back = reader.number()
    const freshCount = reader.number()
    for (let skip = KEPT_NUMBERS * reader.number(); skip > 0; skip--) reader.number()
    bases.push(back === 0 ? NONE : rows.size - back)
    rows.push(row)
    for (let i = 0; i < freshCount; i++) {
      const id = fresh.number()
      const from = id === NOT_PACKED ? fresh.bytes(idBytes) : ids
      const idStart = id >= PACKED ? (id - PACKED) * idBytes : 0
      const numbers = fresh.number()
      const isFolder = numbers % 2 === 1
      if (isWantedName[numbers >>> 1] === 1) direct[row] = 1
      if (isFolder && id >= PACKED) folders.push(id - PACKED)
      else if (isFolder || (id !== NO_ID && wanted.object(from, idStart) >= 0)) direct[row] = 1
    }
    ends.push(folders.size)
  }
}

/** Rounds that no history needs which people work on. */
const MAX_ROUNDS = 100

/** Until nothing changes any more, mostly a handful of rounds; as many as folders lie in one another, at worst, so after too many all of them count. */
function spread({ rows, bases, folders, ends }: Trees, matters: Uint8Array): void {
  const count = rows.size
  let changed = true
  for (let round = 0; changed; round++) {
    if (round === MAX_ROUNDS) {
      matters.fill(1)
      return
    }
    changed = false
    for (let tree = 0, folder = 0; tree < count; tree++) {
      const end = ends.at(tree)
      const row = rows.at(tree)
      if (matters[row] === 0) {
        const base = bases.at(tree)
        let leads = base !== NONE && matters[rows.at(base)] === 1
        for (; folder < end && !leads; folder++) leads = matters[folders.at(folder)] === 1
        if (leads) {
          matters[row] = 1
          changed = true
        }
      }
      folder = end
    }
  }
}
