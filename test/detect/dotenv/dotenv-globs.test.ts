import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compileGlobs } from '../../../src/config/path-globs.ts'
import { isDotenvPath } from '../../../src/detect/dotenv/is-dotenv-path.ts'
import { compileRuleFile } from '../../../src/ruleset/compile-rule-file.ts'

const file = 'rules/dotenv.toml'
const rule = compileRuleFile(readFileSync(file, 'utf8'), file).find(({ kind }) => kind === 'file')!
const [isOne, isLeftOut] = [compileGlobs(rule.paths), compileGlobs(rule.exceptPaths)]

const word = fc.constantFrom(
  'env',
  'envrc',
  'local',
  'prod',
  'test',
  'example',
  'sample',
  'dist',
  'in',
  'd',
  'ts',
  'md',
  'dev',
  'vars',
  'docker',
)
const name = fc
  .tuple(
    fc.constantFrom('', '.'),
    fc.array(fc.tuple(word, fc.constantFrom('.', '_', '-')), { minLength: 1, maxLength: 4 }),
  )
  .map(([dot, words]) => (dot + words.flat().join('')).slice(0, -1))

test('the globs of the file rule and the parser agree on what is a .env', () => {
  fc.assert(
    fc.property(fc.constantFrom('', 'a/', 'a/.env/'), name, (folder, base) => {
      const path = folder + base
      expect([path, isOne(path) && !isLeftOut(path)]).toEqual([path, isDotenvPath(path) === 'dotenv'])
    }),
    { numRuns: 2000 },
  )
})
