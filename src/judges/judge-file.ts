import type { Judgement } from '../types.ts'
import { CONFIDENCES, type Rule } from '../types.ts'
import { kindOfPath } from './kind-of-path.ts'

/** A `.env` that only tests are run with: what is secret in it is a finding of its own. */
const ENV_OF_TESTS = /(?:^|\/)\.?env\.(?:tests?|testing|ci|e2e)(?:\.\w+)?$|(?:^|[/._-])(?:tests?|testing|e2e)\.env$/i

/** Of a file that is itself the finding there is only its path to judge: key stores and states of tests are made for them. */
export function judgeFile(rule: Rule, path: string): Pick<Judgement, 'confidence' | 'verdict' | 'reasons'> {
  const reasons = ['the file itself holds secrets']
  const found = ENV_OF_TESTS.test(path) ? { kind: 'test' } : kindOfPath(path, 'lower')
  if (!found) return { confidence: rule.confidence, verdict: { file: true }, reasons }
  return {
    confidence: CONFIDENCES[Math.max(0, CONFIDENCES.indexOf(rule.confidence) - 1)]!,
    verdict: { file: true, pathKind: found.kind },
    reasons: [...reasons, `in a file of the kind: ${found.kind}`],
  }
}
