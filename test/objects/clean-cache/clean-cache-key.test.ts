import { expect, test } from 'vitest'
import { type CleanCacheSettings, cleanCacheKey } from '../../../src/objects/clean-cache/clean-cache-key.ts'
import { loadRules } from '../../../src/ruleset/load.ts'

const [rule] = loadRules().rules
const settings: CleanCacheSettings = {
  version: '1.0.0',
  builtInRules: 'abc',
  ruleIds: ['a', 'b'],
  ownRules: [],
  limits: { blobBytes: 100, entries: 5 },
  knownValues: ['0011'],
  objectFormat: 'sha1',
  shallow: false,
}
const key = (changed: Partial<CleanCacheSettings> = {}): string =>
  Buffer.from(cleanCacheKey({ ...settings, ...changed })).toString('hex')

test.each<readonly [string, Partial<CleanCacheSettings>]>([
  ['the version', { version: '1.0.1' }],
  ['the built-in rules', { builtInRules: 'abd' }],
  ['a disabled rule', { ruleIds: ['a'] }],
  ['an own rule', { ownRules: [rule!] }],
  ['a word of an own rule', { ownRules: [{ ...rule!, title: `${rule!.title}.` }] }],
  ['a limit', { limits: { blobBytes: 101, entries: 5 } }],
  ['a value of an ignored .env', { knownValues: ['0011', '0022'] }],
  ['two ids that read like one', { ruleIds: ['a,b'] }],
  ['the object format', { objectFormat: 'sha256' }],
  ['a history that is cut off', { shallow: true }],
])('%s makes another key', (_, changed) => {
  expect(key(changed)).not.toBe(key())
})

test('the order in which things are named does not', () => {
  expect(key({ ruleIds: ['b', 'a'], limits: { entries: 5, blobBytes: 100 } })).toBe(key())
})
