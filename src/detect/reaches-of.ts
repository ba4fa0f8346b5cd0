import type { RuleIndex, SearchPlan } from '../types.ts'
import { MATCH_REACH } from './match-at.ts'

/** How far round each anchor the patterns of its rules look, and the words that they ask for may stand; and how far beyond a match all else looks. */
export function reachesOf(index: RuleIndex): Omit<SearchPlan, 'table'> {
  const { lengths, starts, owners } = index
  const marks = index.marks()
  const anchorCount = lengths.length
  const reaches = new Uint32Array((anchorCount + marks.length) * 3)
  let margin = MATCH_REACH
  for (let anchor = 0; anchor < anchorCount; anchor++) {
    let before = 0
    let after = 0
    for (let at = starts[anchor]!; at < starts[anchor + 1]!; at++) {
      const number = owners[at]!
      const around = index.around[number]!
      before = Math.max(before, index.before[number]! + around)
      after = Math.max(after, index.after[number]! + around)
      margin = Math.max(margin, around)
    }
    reaches.set([lengths[anchor]!, before, after], 3 * anchor)
  }
  marks.forEach(({ text }, i) => {
    reaches.set([text.length, 0, 0], 3 * (anchorCount + i))
  })
  return { reaches, anchorCount, margin }
}
