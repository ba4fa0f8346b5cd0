import type { PackMemory } from '../../kernel/pack-memory.ts'
import type { SearchPlan } from '../../types.ts'
import { encodedRound } from './encoded-round.ts'
import { RUN_WORDS, type WalkedObject } from './pack-walk.ts'

/** Position and number of each mark, ascending. */
export type PlacedMarks = readonly (readonly [position: number, number: number])[]

/** Are these marks the base's (`old`), each with whatever is encoded round it, and none of them lost? */
export function cameOver(
  marks: PlacedMarks,
  old: PlacedMarks,
  { at, size, runs, runCount, base }: WalkedObject<unknown>,
  { words, bytes }: PackMemory,
  { reaches, margin }: SearchPlan,
): boolean {
  if (marks.length !== old.length) return false
  const text = bytes.subarray(at, at + size)
  let i = 0
  for (let r = 0, run = runs / 4; r < runCount && i < marks.length; r++, run += RUN_WORDS) {
    const target = words[run]!
    const from = words[run + 1]!
    const length = words[run + 2]!
    for (; i < marks.length && marks[i]![0] < target + length; i++) {
      const [position, number] = marks[i]!
      if (position < target || old[i]![0] !== position - target + from || old[i]![1] !== number) return false
      const [start, end] = encodedRound(text, position, reaches[3 * number + 1]!)
      const atStart = start - margin >= target || (target === 0 && from === 0)
      const atEnd = end + margin <= target + length || (target + length === size && from + length === base!.size)
      if (!atStart || !atEnd) return false
    }
  }
  return i === marks.length
}
