import type { CheckedRule, Complaint } from '../config/check-rule-file.ts'
import { createDetector } from '../detect/create-detector.ts'
import { findInFile } from '../detect/find-in-file.ts'
import { judge } from '../judges/judge.ts'
import { EXAMPLE_SEED, expandSample } from '../ruleset/samples.ts'
import type { Judgement, Rule } from '../types.ts'

function judgements(rule: Rule, template: string): readonly Judgement[] {
  const bytes = Buffer.from(expandSample(template, EXAMPLE_SEED))
  const matches =
    rule.kind === 'whole-file'
      ? findInFile([rule], bytes)
      : createDetector({ rules: [rule], hash: '' }).detect({ bytes })
  return matches.map(match => judge({ match, path: undefined }))
}

/** That the pattern matches its examples was checked when the rule was compiled; here judges have their say on them, as in a scan. */
export function tryExamples({ raw, rule, complaint }: CheckedRule): readonly Complaint[] {
  if (rule.pattern === '') return []
  const problems: Complaint[] = []
  for (const [index, template] of (raw.examples ?? []).entries()) {
    const found = judgements(rule, template)
    if (found.some(one => !one.dropped && (one.confidence !== 'low' || rule.confidence === 'low'))) continue
    const [first] = found
    const why = first?.reasons.join(', ') || 'nothing says why'
    const how = first === undefined || first.dropped ? 'is dropped' : 'is believed with low confidence only'
    problems.push(complaint(['examples', index], `example ${JSON.stringify(template)} ${how}: ${why}`))
  }
  for (const [index, template] of (raw['counter-examples'] ?? []).entries()) {
    const found = judgements(rule, template).find(one => !one.dropped)
    if (!found) continue
    const message = `counter-example ${JSON.stringify(template)} is found, with ${found.confidence} confidence`
    problems.push(complaint(['counter-examples', index], message))
  }
  return problems
}
