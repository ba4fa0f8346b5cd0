import { createDetector } from '../../src/detect/create-detector.ts'
import { loadRules } from '../../src/ruleset/load.ts'
import { createExaminer } from '../../src/scan/examine.ts'
import { extraMatches } from '../../src/scan/extra-matches.ts'
import { createPathRules } from '../../src/scan/path-rules.ts'
import type { Confidence } from '../../src/types.ts'

const rules = loadRules()
const examiner = createExaminer(createDetector(rules), await createPathRules(rules), extraMatches(rules))

export interface Told {
  readonly rule: string
  readonly secret: string
  readonly confidence: Confidence
  readonly parts: Readonly<Record<string, string>>
  readonly pair: unknown
}

/** What a scan with all rules tells of one file of medium confidence and more; that the file itself should not be there is not asked. */
export function scanFile(path: string, text: string): readonly Told[] {
  return allOf(path, text).filter(({ confidence }) => confidence !== 'low')
}

/** That of low confidence too. */
function allOf(path: string, text: string): readonly Told[] {
  return examiner.examine({ bytes: Buffer.from(text) }, path).sightings.map(({ match, judgement }) => ({
    rule: match.rule.id,
    secret: match.secret.reveal(),
    confidence: judgement.confidence,
    parts: match.parts,
    pair: judgement.verdict.pair,
  }))
}
