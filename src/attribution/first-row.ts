import type { DeltaForest } from '../objects/pack/delta-forest.ts'
import { rowAmong } from '../objects/pack/row-among.ts'

/** The row of the first of several packs that has the object of this row: of copies only one is ever spoken of. */
export function firstRow(forest: DeltaForest, row: number): number {
  return forest.tables.length === 1 ? row : rowAmong(forest, forest.ids, row * forest.idBytes)
}
