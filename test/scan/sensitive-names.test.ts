import { describe, expect, test } from 'vitest'
import { loadRules } from '../../src/ruleset/load.ts'
import { sensitiveNames } from '../../src/scan/sensitive-names.ts'
import type { RuleSet } from '../../src/types.ts'

const withGlobs = (...paths: string[]): RuleSet => ({
  hash: '',
  rules: paths.length === 0 ? [] : [{ ...loadRules().rules[0]!, kind: 'file', paths }],
})

describe('base names that may concern a file rule', () => {
  test.each([
    ['**/*.pem', 'a.pem', true],
    ['**/*.pem', 'a.txt', false],
    ['deploy/*.key', 'prod.key', true],
    ['secrets/**', 'anything', true],
    ['**/{id_rsa,id_dsa}', 'id_dsa', true],
    ['**/{id_rsa,id_dsa}', 'id_rsa.pub', false],
    ['**/{keys/*.json,certs/*.pem}', 'a.json', true],
    ['**/@(a/b|c).pem', 'b.pem', true],
  ])('%s: %s is %s', (glob, name, expected) => {
    expect(sensitiveNames(withGlobs(glob)).isSensitiveName(name)).toBe(expected)
  })

  test('no rules, and those of keyscan', () => {
    expect(sensitiveNames(withGlobs()).isSensitiveName('a.pem')).toBe(false)
    expect(sensitiveNames(withGlobs()).isSensitiveName('.env')).toBe(true)
    expect(sensitiveNames(loadRules()).isSensitiveName('index.ts')).toBe(false)
  })
})
