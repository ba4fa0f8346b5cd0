import type { Judgement, Match } from '../types.ts'

const FORM: Readonly<Record<string, string>> = { plain: '', base64: ', as base64', base64url: ', as base64url' }

/** `the value of API_KEY in .env, as base64` */
function why({ parts }: Match): string {
  const form = FORM[parts.form ?? 'plain'] ?? `, ${parts.form}`
  return `the value of ${parts.name} in ${parts.file}, which git ignores${form}`
}

/**
 * A value that stands in an ignored `.env` of the person's own is no guess: whatever the judges thought of its looks, it is in use. Where a more
 * specific rule named it already, that one's finding learns where the value comes from. An inline comment still lets it through.
 * `values`: matches of rules of kind `known-value`.
 */
export function adoptKnownOrigin(match: Match, judgement: Judgement, values: readonly Match[]): [Match, Judgement] {
  const known = values.find(other => other.start < match.end && match.start < other.end)
  if (!known || judgement.allowed !== undefined) return [match, judgement]
  const { file = '', name = '' } = known.parts
  const parts = known === match ? match.parts : { ...match.parts, file, name: match.parts.name ?? name }
  return [
    { ...match, parts },
    {
      ...judgement,
      dropped: false,
      confidence: 'high',
      reasons: [why(known), ...(judgement.dropped ? [] : judgement.reasons)],
    },
  ]
}
