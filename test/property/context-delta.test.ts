import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createRepository } from '../../fixtures/repositories/create-repository.ts'
import { loadRules } from '../../src/ruleset/load.ts'
import { printsInFull, scanForestOf } from '../objects/pack/scan-forest-of.ts'
import { RULE_SAMPLES, sampleText } from './rule-samples.ts'

/** Longer than what any word beside a match may be away. */
const FAR = 'lorem ipsum dolor sit amet\n'.repeat(100)
const SEEDS = [1, 2]

const rulesWithContext = new Map(
  loadRules()
    .rules.filter(({ context }) => context.length > 0)
    .map(rule => [rule.id, rule]),
)

/** Each example as it is, then without the words that it needs, and with them again: nothing else changes, so that the anchor itself is copied. */
const versions = RULE_SAMPLES.flatMap(sample => {
  const rule = rulesWithContext.get(sample.ruleId)
  return SEEDS.flatMap(seed => {
    const text = `${FAR}\n${sampleText(sample, seed)}\n${FAR}`
    if (!rule) return seed === SEEDS[0] ? [text] : []
    const words = new RegExp(rule.context.map(word => word.replace(/[^\w]/g, '\\$&')).join('|'), 'gi')
    return [text, text.replace(words, word => '_'.repeat(word.length)), `${text}one more line\n`]
  })
})

test('examples of all rules, and those that need a word near them with and without it, are found in packs as in full', {
  timeout: 120_000,
}, async () => {
  const repository = createRepository({ bare: true })
  try {
    const stream = versions.map(content => `blob\ndata ${Buffer.byteLength(content)}\n${content}\n`).join('')
    repository.git(['-c', 'fastimport.unpackLimit=1', 'fast-import', '--quiet', '--depth=50'], {
      input: `${stream}done\n`,
    })
    const { objects, failed } = await scanForestOf(join(repository.path, 'objects'))
    expect([...failed]).toEqual([])
    expect(objects.size).toBe(new Set(versions).size)
    const differing = [...objects.values()].filter(
      ({ type, bytes, prints }) => JSON.stringify(prints) !== JSON.stringify(printsInFull(type, bytes)),
    )
    expect(differing.map(({ bytes }) => bytes.toString('latin1').replaceAll(FAR, ''))).toEqual([])
    expect([...objects.values()].filter(({ prints }) => prints.length > 0).length).toBeGreaterThan(
      RULE_SAMPLES.length / 2,
    )
  } finally {
    repository.dispose()
  }
})
