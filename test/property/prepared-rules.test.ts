import { expect, test } from 'vitest'
import { createDetector, type Detector } from '../../src/detect/create-detector.ts'
import { loadRules } from '../../src/ruleset/load.ts'
import { RULE_SAMPLES, sampleText } from './rule-samples.ts'

/** Where an example may stand: by itself, and where the text before or behind it changes what a pattern looks at. */
const SURROUNDINGS: readonly ((sample: string) => string)[] = [
  sample => sample,
  sample => `first line\n${sample}\nlast line\n`,
  sample => `\r\n\t ${sample} # why`,
  sample => `set x {"${sample}", --a ${sample}} <b>${sample}</b>`,
  sample => `name: x_${sample}${sample}`,
]

const found = (detector: Detector, bytes: Uint8Array): readonly string[] =>
  detector.detect({ bytes }).map(({ rule, start, end }) => `${rule.id} ${start} ${end}`)

test('what was found out when keyscan was built spares patterns, and loses nothing that they find', {
  timeout: 120_000,
}, () => {
  const builtIn = loadRules()
  const prepared = createDetector(builtIn)
  const plain = createDetector({ rules: builtIn.rules, hash: '' })
  let matches = 0
  const differing: string[] = []
  for (const sample of RULE_SAMPLES) {
    for (const [number, stand] of SURROUNDINGS.entries()) {
      const text = stand(sampleText(sample, number))
      const bytes = Buffer.from(text)
      const all = found(plain, bytes)
      matches += all.length
      if (found(prepared, bytes).join() !== all.join()) differing.push(`${sample.ruleId}: ${text}`)
    }
  }
  expect(differing).toEqual([])
  expect(matches).toBeGreaterThan(RULE_SAMPLES.length * SURROUNDINGS.length)
})
