import { describe, expect, test } from 'vitest'
import { loadRules } from '../../src/ruleset/load.ts'
import { createPathRules } from '../../src/scan/path-rules.ts'
import { makeRule } from '../detect/make-rule.ts'

const anywhere = makeRule({ id: 'anywhere' })
const terraform = makeRule({ id: 'terraform', paths: ['**/*.tf'], exceptPaths: ['examples/**'] })
const noLocks = makeRule({ id: 'no-locks', exceptPaths: ['**/*.lock'] })
const keyFile = makeRule({ id: 'key-file', kind: 'file', anchors: [], paths: ['**/*.pem'], exceptPaths: ['test/**'] })
const dotenv = makeRule({ id: 'dotenv', kind: 'dotenv', anchors: [], paths: ['**/.env'], exceptPaths: ['docs/**'] })
const rules = await createPathRules({ rules: [anywhere, terraform, noLocks, keyFile, dotenv], hash: '' })

describe('where a rule applies', () => {
  test.each([
    [anywhere, 'any/path', true],
    [terraform, 'main.tf', true],
    [terraform, '.infra/a/main.tf', true],
    [terraform, 'main.ts', false],
    [terraform, 'examples/main.tf', false],
    [noLocks, 'a/b.lock', false],
    [noLocks, 'a/b.locked', true],
    [dotenv, 'any/path', true],
    [dotenv, 'docs/.env', false],
  ])('$id', (rule, path, expected) => {
    expect(rules.applies(rule, path)).toBe(expected)
  })
})

test('files that are findings by their name', () => {
  expect(rules.fileRulesOf('a/b.pem')).toEqual([keyFile])
  expect(rules.fileRulesOf('test/b.pem')).toEqual([])
  expect(rules.fileRulesOf('a/b.txt')).toEqual([])
})

test('the globs of keyscan’s own rules mean the same as they were built in', async () => {
  const { rules: builtIn } = loadRules()
  const asGlobs = builtIn.map(({ pathPattern: _, exceptPathPattern: __, ...rule }) => rule)
  const [prepared, compiled] = await Promise.all([
    createPathRules(loadRules()),
    createPathRules({ rules: asGlobs, hash: '' }),
  ])
  const paths = [
    '.env',
    'a/.env.local',
    '.env.example',
    'package-lock.json',
    'a/b.pem',
    'x/id_rsa',
    '.npmrc',
    'main.tf',
    'README.md',
    'test/a.ts',
  ]
  for (const path of paths) {
    expect(prepared.fileRulesOf(path).map(rule => rule.id)).toEqual(compiled.fileRulesOf(path).map(rule => rule.id))
    expect(builtIn.map(rule => prepared.applies(rule, path))).toEqual(asGlobs.map(rule => compiled.applies(rule, path)))
  }
})
