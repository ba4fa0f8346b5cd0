import type { DeltaForest } from './delta-forest.ts'
import { rowOf } from './id-table.ts'
import { slottedRow } from './row-slots.ts'

const NONE = -1

/**
 * The row, among those of all packs, of the id whose bytes stand at `at`: in the first pack that has it; -1: none does. However many packs there are,
 * two places are looked at: the first, which is the largest, mostly, and all others together.
 */
export function rowAmong(
  { tables, others }: Pick<DeltaForest, 'tables' | 'others'>,
  bytes: Uint8Array,
  at: number,
): number {
  const [first] = tables
  const row = first === undefined ? NONE : rowOf(first, bytes, at)
  return row === NONE ? slottedRow(others, bytes, at) : row
}
