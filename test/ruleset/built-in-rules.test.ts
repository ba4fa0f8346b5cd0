import { readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parse } from 'smol-toml'
import { describe, expect, it } from 'vitest'
import { whyNotFound } from '../../src/ruleset/check-examples.ts'
import { compileRuleFile } from '../../src/ruleset/compile-rule-file.ts'
import { compileRuleSet } from '../../src/ruleset/compile-rule-set.ts'
import { loadRules } from '../../src/ruleset/load.ts'
import { expandSample } from '../../src/ruleset/samples.ts'

const RULES = new URL('../../rules/', import.meta.url)
const FILES = readdirSync(RULES).filter(name => name.endsWith('.toml'))
const SEEDS = Array.from({ length: 20 }, (_, seed) => seed + 100)

const read = (file: string) => readFileSync(new URL(file, RULES), 'utf8')
const compile = (file: string) => compileRuleFile(read(file), `rules/${file}`)

describe('rules/', () => {
  it.each(FILES)('%s compiles, and every example is found with 20 different samples', file => {
    const rules = compile(file)
    const raw = parse(read(file)).rule as { id: string; examples?: string[] }[]
    for (const [index, rule] of rules.entries()) {
      expect(`${basename(file, '.toml')}-`.startsWith(`${rule.provider}-`)).toBe(true)
      if (rule.pattern === '') continue
      for (const template of raw[index]!.examples!) {
        for (const seed of SEEDS)
          expect(whyNotFound(rule, expandSample(template, seed)), `${rule.id}: ${template}`).toBe(undefined)
      }
    }
  })

  it('is one set, the one that was generated', () => {
    const set = compileRuleSet(FILES.flatMap(compile))
    const loaded = loadRules()
    expect(loaded.hash).toBe(set.hash)
    const made = loaded.rules.map(({ pathPattern: _, exceptPathPattern: __, ...rule }) => rule)
    expect(made).toEqual(set.rules)
  })

  it('pairs rules that exist', () => {
    const { rules } = loadRules()
    const ids = rules.map(rule => rule.id)
    expect(rules.flatMap(rule => rule.pairWith ?? []).filter(id => !ids.includes(id))).toEqual([])
  })
})
