import type { DeltaForest } from '../objects/pack/delta-forest.ts'
import type { GenealogyRecord } from '../objects/pack/genealogy-record.ts'
import { IntList } from '../objects/pack/int-list.ts'
import { RecordReader } from '../objects/pack/record-reader.ts'
import { KEPT_NUMBERS } from '../objects/pack/tree-entries.ts'
import { firstRow } from './first-row.ts'
import { FreshEntries, NO_ROW } from './fresh-entries.ts'
import type { WantedEntries } from './wanted-entries.ts'

const NONE = -1

export interface NamedRecord {
  readonly record: GenealogyRecord
  /** Of its names, 1 for each that is wanted. */
  readonly isWantedName: Uint8Array
}

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
  records: readonly NamedRecord[],
  forest: DeltaForest,
  wanted: WantedEntries,
): Uint8Array {
  const trees: Trees = { rows: new IntList(), bases: new IntList(), folders: new IntList(), ends: new IntList() }
  // What was not come by may be anything.
  const matters = new Uint8Array(forest.count).fill(1)
  const direct = new Uint8Array(forest.count)
  for (const record of records) gather(record, forest, wanted, trees, direct)
  const count = trees.rows.size
  for (let tree = 0; tree < count; tree++) matters[trees.rows.at(tree)] = direct[trees.rows.at(tree)]!
  spread(trees, matters)
  return matters
}

function gather(
  { record, isWantedName }: NamedRecord,
  forest: DeltaForest,
  wanted: WantedEntries,
  { rows, bases, folders, ends }: Trees,
  direct: Uint8Array,
): void {
  const reader = new RecordReader(record.trees)
  const entry = new FreshEntries(record, forest)
  while (!reader.done) {
    const row = firstRow(forest, reader.number())
    const back = reader.number()
    const freshCount = reader.number()
    // What they take is of no interest here.
    reader.number()
    for (let skip = KEPT_NUMBERS * reader.number(); skip > 0; skip--) reader.number()
    bases.push(back === 0 ? NONE : rows.size - back)
    rows.push(row)
    for (let i = 0; i < freshCount; i++) {
      entry.read()
      if (isWantedName[entry.name] === 1) direct[row] = 1
      if (entry.isFolder && entry.row !== NO_ROW) folders.push(entry.row)
      else if (entry.isFolder || wanted.object(entry)) direct[row] = 1
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
