import {
  type Case,
  CONFIDENCES,
  type Confidence,
  type Judge,
  type Judgement,
  type Rule,
  type Verdict,
} from '../types.ts'
import { inlineAllow } from './inline-allow.ts'
import { JUDGES } from './judges.ts'

const HIGHEST = CONFIDENCES.length - 1

/** Opinions become one confidence: confirmed is high whatever else was said, doubted is low, else one step each. */
function confidenceFrom(
  rule: Confidence,
  raised: number,
  lowered: number,
  confirmed: boolean,
  doubted: boolean,
): Confidence {
  if (confirmed) return 'high'
  if (doubted) return 'low'
  // What raises cannot make up for what lowers where there was nothing to raise.
  const step = Math.min(HIGHEST, CONFIDENCES.indexOf(rule) + raised) - lowered
  return CONFIDENCES[Math.max(0, step)]!
}

/** A value that is known to be in use, a file that is itself the finding, or what takes it along: nothing is left to judge but whether it is allowed. */
const CERTAIN: ReadonlySet<Rule['kind']> = new Set(['known-value', 'file', 'shipment'])
const ONLY_ALLOW: readonly Judge[] = [inlineAllow]

/** Who is asked, in this order. */
export function judgesOf({ match }: Case): readonly Judge[] {
  return CERTAIN.has(match.rule.kind) ? ONLY_ALLOW : JUDGES
}

/** Asks every judge in turn, cheap ones first; the first that drops ends it. */
export function judge(one: Case, judges: readonly Judge[] = judgesOf(one)): Judgement {
  const verdict: Record<string, string | number | boolean> = {}
  const reasons: string[] = []
  let raised = 0
  let lowered = 0
  let confirmed = false
  let doubted = false
  for (const ask of judges) {
    const opinion = ask(one)
    if (!opinion) continue
    Object.assign(verdict, opinion.verdict)
    if (opinion.says === 'drop') {
      const dropped = { dropped: true, confidence: 'low', verdict: verdict as Verdict, reasons: [opinion.why] } as const
      return opinion.verdict?.allowed === true ? { ...dropped, allowed: opinion.why } : dropped
    }
    reasons.push(opinion.why)
    if (opinion.says === 'confirm') confirmed = true
    else if (opinion.says === 'doubt') doubted = true
    else if (opinion.says === 'raise') raised++
    else if (opinion.says === 'lower') lowered++
  }
  const confidence = confidenceFrom(one.match.rule.confidence, raised, lowered, confirmed, doubted)
  return { dropped: false, confidence, verdict, reasons }
}
