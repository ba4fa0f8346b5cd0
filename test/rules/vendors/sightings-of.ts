import { createDetector } from '../../../src/detect/create-detector.ts'
import { loadRules } from '../../../src/ruleset/load.ts'
import { expandSample } from '../../../src/ruleset/samples.ts'
import { createExaminer } from '../../../src/scan/examine.ts'
import { createPathRules } from '../../../src/scan/path-rules.ts'

const SEED = 7

const ruleSet = loadRules()

export const { rules } = ruleSet

const examiner = createExaminer(createDetector(ruleSet), await createPathRules(ruleSet), () => [])

/** What all built-in rules together report of a text; the text has the generators of rule files. */
export function sightingsOf(template: string, path?: string) {
  const bytes = Buffer.from(expandSample(template, SEED))
  return examiner.examine({ bytes }, path).sightings.map(({ match, judgement }) => ({
    rule: match.rule.id,
    secret: match.secret.reveal(),
    parts: match.parts,
    confidence: judgement.confidence,
    verdict: judgement.verdict,
  }))
}
