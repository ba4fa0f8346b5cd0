import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'smol-toml'
import { expect, test } from 'vitest'
import { createDetector } from '../../src/detect/create-detector.ts'
import { loadRules } from '../../src/ruleset/load.ts'
import { expandSample } from '../../src/ruleset/samples.ts'

const RULES = new URL('../../rules/', import.meta.url)

interface Written {
  readonly rule: readonly { readonly id: string; readonly pattern?: string; readonly examples?: readonly string[] }[]
}

test('what was made of the rules when keyscan was built leaves out none of their examples', () => {
  const detector = createDetector(loadRules())
  const missed: string[] = []
  for (const file of readdirSync(RULES).filter(name => name.endsWith('.toml'))) {
    const { rule } = parse(readFileSync(new URL(file, RULES), 'utf8')) as unknown as Written
    for (const { id, pattern, examples = [] } of rule) {
      for (const example of pattern === undefined ? [] : examples) {
        const found = detector.detect({ bytes: Buffer.from(expandSample(example, 7)) })
        if (!found.some(match => match.rule.id === id)) missed.push(`${id}: ${example}`)
      }
    }
  }
  expect(missed).toEqual([])
})
