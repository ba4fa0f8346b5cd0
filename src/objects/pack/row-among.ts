import type { DeltaForest } from './delta-forest.ts'
import { rowOf } from './id-table.ts'

const NONE = -1

/** The row, among those of all packs, of the id whose bytes stand at `at`: in the first pack that has it; -1: none does. */
export function rowAmong(
  { tables, starts }: Pick<DeltaForest, 'tables' | 'starts'>,
  bytes: Uint8Array,
  at: number,
): number {
  for (let pack = 0; pack < tables.length; pack++) {
    const row = rowOf(tables[pack]!, bytes, at)
    if (row !== NONE) return starts[pack]! + row
  }
  return NONE
}
