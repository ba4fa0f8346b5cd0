import { describe, expect, test } from 'vitest'
import { DEFAULT_CONFIG } from '../../src/config/config.ts'
import { UsageError } from '../../src/errors/usage-error.ts'
import { loadRules } from '../../src/ruleset/load.ts'
import { allRules, rulesInForce } from '../../src/scan/rules-in-force.ts'

const builtIn = loadRules()
const own = { ...builtIn.rules[0]!, id: 'own-token', severity: 'low' as const }
const ids = (config = {}, only: readonly string[] = []): readonly string[] =>
  rulesInForce(builtIn, { ...DEFAULT_CONFIG, ...config }, only).rules.map(rule => rule.id)
const hash = (config = {}, only: readonly string[] = []): string =>
  rulesInForce(builtIn, { ...DEFAULT_CONFIG, ...config }, only).hash

test('the built-in rules themselves, where nothing is said', () => {
  expect(rulesInForce(builtIn, DEFAULT_CONFIG, [])).toBe(builtIn)
  expect(allRules(builtIn, DEFAULT_CONFIG)).toBe(builtIn)
})

describe('a configuration', () => {
  test('adds rules; one of the same name takes the place of a built-in one', () => {
    expect(ids({ rules: [own] })).toEqual([...builtIn.rules.map(rule => rule.id), 'own-token'])
    const replaced = { ...own, id: builtIn.rules[3]!.id }
    expect(ids({ rules: [replaced] })).toHaveLength(builtIn.rules.length)
    expect(allRules(builtIn, { ...DEFAULT_CONFIG, rules: [replaced] }).rules.at(-1)).toBe(replaced)
  })

  test('disables rules, its own as well', () => {
    expect(ids({ rules: [own], disabledRules: ['own-token', 'dotenv-file'] })).toEqual(
      builtIn.rules.map(rule => rule.id).filter(id => id !== 'dotenv-file'),
    )
  })

  test('leaves out what is too mild', () => {
    const critical = builtIn.rules.filter(rule => rule.severity === 'critical').map(rule => rule.id)
    expect(ids({ minSeverity: 'critical', rules: [own] })).toEqual(critical)
  })
})

describe('--rule', () => {
  test('leaves one, or some', () => {
    expect(ids({}, ['dotenv-file'])).toEqual(['dotenv-file'])
    expect(ids({ rules: [own] }, ['own-token', 'dotenv-file']).toSorted()).toEqual(['dotenv-file', 'own-token'])
  })

  test.each([
    ['nothing-like-it', {}, /there is no such rule\. keyscan rules list/],
    ['github-nothing', {}, /There are github-/],
    ['dotenv-file', { disabledRules: ['dotenv-file'] }, /leaves this rule out/],
    ['own-token', { rules: [own], minSeverity: 'medium' }, /"min-severity" above low/],
  ])('that is not in force: %s', (id, config, message) => {
    expect(() => ids(config, [id])).toThrow(UsageError)
    expect(() => ids(config, [id])).toThrow(message)
  })
})

test('the hash names exactly this set', () => {
  const hashes = [
    hash(),
    hash({ rules: [own] }),
    hash({ rules: [{ ...own, severity: 'high' }] }),
    hash({ disabledRules: ['dotenv-file'] }),
    hash({}, ['dotenv-file']),
  ]
  expect(new Set(hashes).size).toBe(hashes.length)
  expect(hash({ rules: [own] })).toBe(hash({ rules: [own] }))
  for (const one of hashes) expect(one.startsWith(builtIn.hash)).toBe(true)
})
