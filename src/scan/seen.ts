import { makeExcerpt } from '../findings/excerpt.ts'
import { fingerprint } from '../findings/fingerprint.ts'
import type { Seen } from '../findings/merge-findings.ts'
import { isNameId } from '../git/name-id.ts'
import { judgeFile } from '../judges/judge-file.ts'
import type { Match, Origin, Place, Rule, Secret } from '../types.ts'
import type { Sighting } from './examine.ts'

/** The name of a secret: the only thing of it that maps and sets are keyed by. */
export function fingerprintOfSecret(secret: Secret): string {
  return fingerprint('secret', secret.reveal())
}

export function fingerprintOf(match: Match): string {
  return fingerprintOfSecret(match.secret)
}

type OriginOf = Omit<Origin, 'before' | 'state'>

function placeFields({ path, commit, author, email, date, refs, inHead, ...rest }: OriginOf): Partial<Place> {
  return {
    ...(path !== undefined && { path }),
    ...(rest.in && { in: rest.in }),
    ...(commit && { commit }),
    ...(author !== undefined && { author }),
    ...(email !== undefined && { email }),
    ...(date && { date }),
    ...(refs && { refs }),
    ...(rest.refCount !== undefined && { refCount: rest.refCount }),
    ...(inHead !== undefined && { inHead }),
  }
}

/** A sighting at one place. `others`: everything else that must not show in the excerpt. */
export function seenAt(sighting: Sighting, origin: Origin, blob: string | undefined, others: readonly Match[]): Seen {
  const { match, judgement, start, end } = sighting
  const { encoding, inside } = match
  return {
    fingerprint: fingerprintOf(match),
    rule: match.rule,
    secret: match.secret,
    parts: match.parts,
    judgement,
    state: origin.state,
    place: {
      ...placeFields(origin),
      // A name goes by what is no id of an object.
      ...(blob && !isNameId(blob) && { blob }),
      ...(inside !== undefined && { inside }),
      ...(encoding && { encoding }),
      line: start.line,
      column: start.column,
      endLine: end.line,
      endColumn: end.column,
      excerpt: makeExcerpt(match, sighting.others ?? others),
    },
  }
}

export function fileFingerprint(rule: Rule, path: string): string {
  return fingerprint('file', `${rule.id}\0${path}`)
}

/** What is no secret itself, at the beginning of a line. */
export function seenAs(
  what: Pick<Seen, 'fingerprint' | 'rule' | 'parts' | 'judgement'>,
  origin: Origin,
  blob: string | undefined,
  line = 1,
): Seen {
  const place = { ...placeFields(origin), ...(blob && { blob }), line, column: 1, endLine: line, endColumn: 1 }
  return { ...what, state: origin.state, place }
}

/** A file that is itself the finding. */
export function fileSeen(rule: Rule, path: string, origin: Origin, blob: string | undefined): Seen {
  const judgement = judgeFile(rule, path)
  return seenAs({ fingerprint: fileFingerprint(rule, path), rule, parts: {}, judgement }, { ...origin, path }, blob)
}
