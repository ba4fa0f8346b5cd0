import type { Decoded } from '../detect/decode/decoded.ts'
import { matchAt } from '../detect/match-at.ts'
import { inlineAllow } from '../judges/inline-allow.ts'
import { judge } from '../judges/judge.ts'
import type { Judgement, Match } from '../types.ts'
import type { Hidden, JudgedMatch, Marked } from './see-through.ts'

/** What was found in a decoded text, seen from where the encoded text stands. A comment beside that allows it too. */
export function liftFromText(decoded: Decoded, found: Hidden, outer: Marked): Hidden {
  const { encoding, bytes } = decoded
  const place = decoded.outer!
  const lifted = (match: Match, isElsewhere: boolean): Match => {
    // What is in an archive that is encoded here stands wherever that is.
    const [start, end] = isElsewhere ? place(0, bytes.length) : place(match.start, match.end)
    const [matchStart, matchEnd] = isElsewhere ? [start, end] : place(match.matchStart, match.matchEnd)
    const { secret, inside } = match
    return {
      ...matchAt(match.rule, outer.bytes, { start, end, matchStart, matchEnd }, match.parts),
      secret,
      encoding: [encoding, ...(match.encoding ?? [])],
      ...(inside !== undefined && { inside }),
    }
  }
  const judgementOf = (match: Match, judgement: Judgement): Judgement => {
    if (judgement.dropped) return judgement
    const said = judge({ match, path: outer.path }, [inlineAllow])
    return said.dropped ? said : judgement
  }
  return {
    ...found,
    judged: found.judged.map(({ match, judgement, lines }: JudgedMatch) => {
      const here = lifted(match, lines !== undefined)
      return { match: here, judgement: judgementOf(here, judgement) }
    }),
    values: found.values.map(match => lifted(match, match.start === match.end)),
  }
}
