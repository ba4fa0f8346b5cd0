import { describe, expect, test } from 'vitest'
import { makeLeak } from '../../fixtures/leaks/make-leak.ts'
import { createDetector } from '../../src/detect/create-detector.ts'
import { loadRules } from '../../src/ruleset/load.ts'
import { expandSample } from '../../src/ruleset/samples.ts'
import { createExaminer } from '../../src/scan/examine.ts'
import { extraMatches } from '../../src/scan/extra-matches.ts'
import { createMayTellBy } from '../../src/scan/may-tell-by.ts'
import { createPathRules } from '../../src/scan/path-rules.ts'

const rules = loadRules()
const examiner = createExaminer(createDetector(rules), await createPathRules(rules), extraMatches(rules))
await examiner.loadDecoder()
const mayTellBy = createMayTellBy(rules, examiner)
const tells = (name: string, text: string): boolean =>
  mayTellBy({ kind: 'blob', bytes: Buffer.from(text) }, new Set([name]))

const value = expandSample('{alnum:24}', 3)

describe('may there be anything to say of it by a path with this name?', () => {
  test.each([
    ['settings of a tool, and no login', '.npmrc', 'registry=https://registry.example.org/\n', false],
    ['a token', '.npmrc', `//registry.example.org/:_authToken=${value}\n`, true],
    ['a template of a .env', '.env', 'PORT=3000\nPASSWORD=\n', false],
    ['a .env', '.env', `DB_PASSWORD=${value}\n`, true],
    ['what only a .env makes a secret', '.env', `APP_SALT=${value}\n`, true],
    ['a key of any kind', 'id_rsa', 'not read by any rule\n', true],
    ['a key file with nothing in it', 'id_rsa', '\n', false],
    ['what is encoded', '.npmrc', `# ${Buffer.from(makeLeak()).toString('base64')}\n`, true],
  ])('%s: %s', (_, name, text, expected) => {
    expect(tells(name, text)).toBe(expected)
  })

  test('of several names one is enough', () => {
    const blob = { kind: 'blob' as const, bytes: Buffer.from('not read by any rule\n') }
    expect(mayTellBy(blob, new Set(['.npmrc']))).toBe(false)
    expect(mayTellBy(blob, new Set(['.npmrc', 'id_rsa']))).toBe(true)
  })
})
