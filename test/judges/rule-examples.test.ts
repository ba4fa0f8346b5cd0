import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'smol-toml'
import { describe, expect, it } from 'vitest'
import { createDetector } from '../../src/detect/create-detector.ts'
import { findInFile } from '../../src/detect/find-in-file.ts'
import { judge } from '../../src/judges/judge.ts'
import { compileRuleFile } from '../../src/ruleset/compile-rule-file.ts'
import { expandSample } from '../../src/ruleset/samples.ts'
import type { Judgement, Rule } from '../../src/types.ts'

const FOLDER = fileURLToPath(new URL('../../rules/', import.meta.url))
const SEEDS = [1, 2, 3]

interface Examples {
  readonly rule: readonly {
    readonly id: string
    readonly examples?: readonly string[]
    readonly 'counter-examples'?: readonly string[]
  }[]
}

function judgements(rule: Rule, sample: string): readonly Judgement[] {
  const bytes = Buffer.from(sample, 'utf8')
  const matches =
    rule.kind === 'whole-file'
      ? findInFile([rule], bytes)
      : createDetector({ rules: [rule], hash: '' }).detect({ bytes })
  return matches.map(match => judge({ match, path: undefined }))
}

/** That the patterns match the examples is checked where rules are compiled; here the judges have their say on the same texts. */
describe.each(readdirSync(FOLDER).filter(name => name.endsWith('.toml')))('judges on rules/%s', name => {
  const toml = readFileSync(FOLDER + name, 'utf8')
  const rules = new Map(compileRuleFile(toml, name).map(rule => [rule.id, rule]))
  const written = (parse(toml) as unknown as Examples).rule.filter(({ id }) => rules.get(id)?.pattern !== '')

  it('let every example pass, and above low', () => {
    for (const { id, examples = [] } of written) {
      for (const example of examples) {
        for (const seed of SEEDS) {
          const found = judgements(rules.get(id)!, expandSample(example, seed))
          const passed = found.filter(
            one => !one.dropped && (one.confidence !== 'low' || rules.get(id)!.confidence === 'low'),
          )
          expect(passed, `${id}: ${example} (seed ${seed}): ${JSON.stringify(found)}`).not.toHaveLength(0)
        }
      }
    }
  })

  it('let no counter-example pass', () => {
    for (const { id, 'counter-examples': counterExamples = [] } of written) {
      for (const example of counterExamples) {
        const passed = judgements(rules.get(id)!, expandSample(example, 1)).filter(one => !one.dropped)
        expect(passed, `${id}: ${example}`).toHaveLength(0)
      }
    }
  })
})
