import type { Judgement, Match } from '../types.ts'
import { isNamedPassword } from './is-named-password.ts'

interface Judged {
  readonly match: Match
  readonly judgement: Judgement
}

function distance(a: Match, b: Match): number {
  return a.start > b.end ? a.start - b.end : b.start > a.end ? b.start - a.end : 0
}

/** `aws-access-key-id` is to `aws` the `access-key-id`. */
function partName(match: Match): string {
  const prefix = `${match.rule.provider}-`
  return match.rule.id.startsWith(prefix) ? match.rule.id.slice(prefix.length) : match.rule.id
}

/** Its user stands beside it, or it says that it is alone. */
function withLogin(one: Judged): Judged {
  if (!isNamedPassword(one.match)) return one
  const pair = one.match.parts.user === undefined ? 'alone' : 'found'
  return { ...one, judgement: { ...one.judgement, verdict: { ...one.judgement.verdict, pair } } }
}

/**
 * Halves that belong together become one: an id within reach of its secret turns into a part of the secret's match. A secret whose other half is
 * not there says so.
 */
export function pairParts(all: readonly Judged[]): readonly Judged[] {
  const judged = all.some(({ match }) => isNamedPassword(match)) ? all.map(withLogin) : all
  if (!judged.some(({ match }) => match.rule.pairWith !== undefined)) return judged
  const absorbed = new Set<Judged>()
  const paired = judged.map(one => {
    const { pairWith, pairReach } = one.match.rule
    if (pairWith === undefined) return one
    const [half] = judged
      .filter(other => other.match.rule.id === pairWith && distance(one.match, other.match) <= pairReach)
      .sort((a, b) => distance(one.match, a.match) - distance(one.match, b.match))
    if (!half) return { ...one, judgement: { ...one.judgement, verdict: { ...one.judgement.verdict, pair: 'alone' } } }
    absorbed.add(half)
    const parts = { ...half.match.parts, ...one.match.parts, [partName(half.match)]: half.match.secret.redacted }
    const verdict = { ...half.judgement.verdict, ...one.judgement.verdict, pair: 'found' }
    return { match: { ...one.match, parts }, judgement: { ...one.judgement, confidence: 'high' as const, verdict } }
  })
  return paired.filter((_, i) => !absorbed.has(judged[i]!))
}
