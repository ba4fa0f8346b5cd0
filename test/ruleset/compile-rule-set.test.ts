import { describe, expect, it } from 'vitest'
import { UsageError } from '../../src/errors/usage-error.ts'
import { compileRuleSet } from '../../src/ruleset/compile-rule-set.ts'
import { loadRules } from '../../src/ruleset/load.ts'

describe('compileRuleSet', () => {
  const { rules, hash } = loadRules()

  it('names exactly this set, in whatever order', () => {
    expect(compileRuleSet([...rules].reverse()).hash).toBe(hash)
    expect(compileRuleSet(rules.slice(1)).hash).not.toBe(hash)
    expect(compileRuleSet([{ ...rules[0]!, minEntropy: 7.9 }, ...rules.slice(1)]).hash).not.toBe(hash)
    expect(hash).toMatch(/^[0-9a-f]{16}$/)
  })

  it('refuses two rules of one id', () => {
    const twice = () => compileRuleSet([...rules, { ...rules[0]!, provider: 'other' }])
    expect(twice).toThrow(UsageError)
    expect(twice).toThrow(`rule id "${rules[0]!.id}" is used twice`)
  })
})
