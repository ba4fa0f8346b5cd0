import { expect, test } from 'vitest'
import { createDetector } from '../../src/detect/create-detector.ts'
import { loadRules } from '../../src/ruleset/load.ts'
import { createExaminer } from '../../src/scan/examine.ts'
import { extraMatches } from '../../src/scan/extra-matches.ts'
import { createPathRules } from '../../src/scan/path-rules.ts'
import type { RuleSet } from '../../src/types.ts'

/** The built-in rules, of which each that is made is noted, and which must never be asked for all at once. */
function watched(made: number[]): RuleSet {
  const { hash, prepared } = loadRules()
  return {
    hash,
    prepared: {
      ...prepared!,
      rule(number) {
        made.push(number)
        return prepared!.rule(number)
      },
    },
    get rules(): never {
      throw new Error('all rules were made')
    },
  }
}

test('of hundreds of rules a scan makes those whose anchors turn up, and no others', async () => {
  const made: number[] = []
  const set = watched(made)
  const examiner = createExaminer(createDetector(set), await createPathRules(set), extraMatches(set))
  const before = new Set(made)
  expect(before.size).toBeLessThan(10)
  examiner.examine({ bytes: Buffer.from('const a = 1\n') }, 'src/a.ts')
  expect(new Set(made)).toEqual(before)
  const key = `sk-ant-api03-${'aB3'.repeat(31)}AA`
  const { sightings } = examiner.examine({ bytes: Buffer.from(`const a = '${key}'\n`) }, 'src/a.ts')
  expect(sightings[0]?.match.rule.provider).toBe('anthropic')
  expect(new Set(made).size).toBeLessThan(before.size + 20)
})
