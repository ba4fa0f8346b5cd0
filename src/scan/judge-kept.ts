import { keepMostSpecific } from '../detect/keep-most-specific.ts'
import type { Judgement, Match } from '../types.ts'
import { adoptKnownOrigin } from './adopt-known-origin.ts'
import type { Hidden, JudgedMatch } from './see-through.ts'

/**
 * Of what stands in a text, in plain and encoded, the most specific, judged. What has lines of its own stands in nobody's way; and where an archive
 * keeps it as it is, its own file tells more than the archive's bytes.
 */
export function judgeKept(
  plain: readonly Match[],
  hidden: Pick<Hidden, 'judged' | 'inFiles'>,
  judgeOne: (match: Match) => Judgement,
): readonly JudgedMatch[] {
  const judgedBefore = new Map(hidden.judged.filter(({ lines }) => !lines).map(one => [one.match, one]))
  const here = hidden.inFiles ? plain.filter(match => !hidden.inFiles!.has(match)) : plain
  const matches = judgedBefore.size === 0 ? here : [...here, ...judgedBefore.keys()].sort((a, b) => a.start - b.start)
  const values = plain.filter(({ rule }) => rule.kind === 'known-value')
  return keepMostSpecific(matches).map(found => {
    const known = judgedBefore.get(found)
    if (known) return known
    const [match, judgement] = adoptKnownOrigin(found, judgeOne(found), values)
    return { match, judgement }
  })
}
