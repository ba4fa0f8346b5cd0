import { judge } from '../judges/judge.ts'
import type { BlobKind, Judgement, Match } from '../types.ts'

/**
 * Where judges let pass what they do not elsewhere: settings that a tool keeps its logins in, where nothing but a value stands behind a sign, and weak
 * passwords too; and code, for what its calls take.
 */
const SETTINGS = 'app.conf'
const CODE = 'code.php'

/**
 * What is to be thought of a match where its path is not known yet: dropped is only what is dropped wherever it stands, as whoever knows the path judges anew what
 * is left. A message has no path, and needs none.
 */
export function judgeAnywhere(match: Match, kind: BlobKind = 'blob'): Judgement {
  const judgement = judge({ match, path: undefined })
  if (!isOut(judgement) || kind !== 'blob') return judgement
  const inSettings = judge({ match, path: SETTINGS })
  if (!isOut(inSettings)) return inSettings
  return match.parts.command === undefined ? judgement : judge({ match, path: CODE })
}

function isOut({ dropped, allowed }: Judgement): boolean {
  return dropped && allowed === undefined
}
