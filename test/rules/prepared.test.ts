import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'smol-toml'
import { expect, test } from 'vitest'
import { createDetector } from '../../src/detect/create-detector.ts'
import { loadRules } from '../../src/ruleset/load.ts'
import { expandSample } from '../../src/ruleset/samples.ts'

const RULES = new URL('../../rules/', import.meta.url)

interface Written {
  readonly rule: readonly {
    readonly id: string
    readonly kind?: string
    readonly pattern?: string
    readonly examples?: readonly string[]
  }[]
}

test('what was made of the rules when keyscan was built leaves out none of their examples', () => {
  const detector = createDetector(loadRules())
  const missed: string[] = []
  for (const file of readdirSync(RULES).filter(name => name.endsWith('.toml'))) {
    const { rule } = parse(readFileSync(new URL(file, RULES), 'utf8')) as unknown as Written
    // Those without anchors are tried over whole files, which test/judges/rule-examples.test.ts does.
    for (const { id, examples = [] } of rule.filter(
      ({ kind, pattern }) => kind === undefined && pattern !== undefined,
    )) {
      for (const example of examples) {
        const found = detector.detect({ bytes: Buffer.from(expandSample(example, 7)) })
        if (!found.some(match => match.rule.id === id)) missed.push(`${id}: ${example}`)
      }
    }
  }
  expect(missed).toEqual([])
})
