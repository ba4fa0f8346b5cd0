import type { DeltaForest } from './delta-forest.ts'

/** The other way round than `rows`. */
export function entriesOfRows({ rows, count }: DeltaForest): Int32Array {
  const entries = new Int32Array(count)
  for (let entry = 0; entry < count; entry++) entries[rows[entry]!] = entry
  return entries
}
