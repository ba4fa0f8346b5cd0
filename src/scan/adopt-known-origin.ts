import { CONFIDENCES, type Confidence, type Judgement, type Match, type Rule } from '../types.ts'

const FORM: Readonly<Record<string, string>> = { plain: '', base64: ', as base64', base64url: ', as base64url' }

/** `the value of API_KEY in .env, as base64` */
function why({ rule, parts }: Match): string {
  const form = FORM[parts.form ?? 'plain'] ?? `, ${parts.form}`
  return `the value of ${parts.name} in ${parts.file}${isInUse(rule) ? ', which git ignores' : ''}${form}`
}

/** What git ignores is there because it is used; of what is in the repository nobody knows. */
function isInUse(rule: Rule): boolean {
  return rule.confidence === 'high'
}

const higher = (a: Confidence, b: Confidence): Confidence => (CONFIDENCES.indexOf(a) > CONFIDENCES.indexOf(b) ? a : b)

/**
 * A value that stands in a `.env` is no guess: whatever the judges thought of its looks here, it is the one there. Where a more specific rule named it
 * already, that one's finding learns where the value comes from. An inline comment still lets it through. `values`: matches of rules of kind `known-value`.
 */
export function adoptKnownOrigin(match: Match, judgement: Judgement, values: readonly Match[]): [Match, Judgement] {
  const known = values.find(other => other.start < match.end && match.start < other.end)
  if (!known || judgement.allowed !== undefined) return [match, judgement]
  // In a `.env` too: it tells of itself.
  if (match.rule.kind === 'dotenv' && !isInUse(known.rule)) return [match, judgement]
  const { file = '', name = '' } = known.parts
  const parts = known === match ? match.parts : { ...match.parts, file, name: match.parts.name ?? name }
  const confidence = judgement.dropped ? known.rule.confidence : higher(judgement.confidence, known.rule.confidence)
  const reasons = [why(known), ...(judgement.dropped ? [] : judgement.reasons)]
  return [
    { ...match, parts },
    { ...judgement, dropped: false, confidence, reasons },
  ]
}
