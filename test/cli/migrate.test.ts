import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { complaintOf } from './complaint-of.ts'
import { runKeyscan } from './run-keyscan.ts'

let folder: string
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'keyscan-migrate-')))
  onTestFinished(() => rmSync(folder, { recursive: true }))
})

const write = (name: string, text: string) => writeFileSync(join(folder, name), text)
const written = () => readFileSync(join(folder, '.keyscan.toml'), 'utf8')

const GITLEAKS = `
[extend]
useDefault = true
disabledRules = ["npm-access-token", "not-ours"]
[[rules]]
id = "shop_token"
description = "Token of the shop"
regex = '''(?i)\\b(shoptok_[a-z0-9]{32})(?:['"\\s;]|$)'''
entropy = 3.0
keywords = ["shoptok_"]
[[rules]]
id = "no-anchor"
regex = '''[a-f0-9]{32}'''
[[rules]]
id = "letters"
regex = '''tok\\pL{3}'''
[allowlist]
paths = ['''(^|/)package-lock\\.json$''', '''[a-z]+/x''']
stopwords = ["example"]
`

test('rules, paths and disabled rules of gitleaks; what could not be carried over is told', async () => {
  write('.gitleaks.toml', GITLEAKS)
  const run = await runKeyscan(folder, ['migrate'])
  expect(run).toMatchObject({ code: 0, stderr: '' })
  expect(run.stdout).toContain('wrote .keyscan.toml: 1 rules, 1 paths left out, 1 rules disabled')
  for (const left of ['rule no-anchor: ', 'rule letters: ', 'stop words', '"[a-z]+/x"', 'disabled rule not-ours']) {
    expect(run.stdout.split('Not carried over:')[1]).toContain(left)
  }
  write('a.txt', `key = shoptok_${'q7zp2mxk9rbt4wls'.repeat(2)}\n`)
  const scan = await runKeyscan(folder, ['a.txt', '--format', 'json'])
  expect(JSON.parse(scan.stdout).findings).toMatchObject([{ ruleId: 'shop-token' }])
  expect((await runKeyscan(folder, ['rules', 'test'])).code).toBe(0)
})

test('patterns, disabled rules and left-out paths of secretlint', async () => {
  write(
    '.secretlintrc.json',
    `{ // a comment
      "rules": [
        { "id": "@secretlint/secretlint-rule-preset-recommend", "rules": [{ "id": "@secretlint/secretlint-rule-npm", "disabled": true }] },
        { "id": "@secretlint/secretlint-rule-pattern", "options": { "patterns": [{ "name": "our key", "pattern": "/OURKEY-[0-9]{20}/i" }], "allows": ["/x/"] } },
      ],
    }`,
  )
  write('.secretlintignore', '# made\nbuild/\n*.min.js\n!keep.min.js\n')
  const { code, stdout } = await runKeyscan(folder, ['migrate'])
  expect(code).toBe(0)
  expect(stdout).toContain('allows "/x/"')
  expect(stdout).toContain('!keep.min.js')
  expect(written()).toContain("id = 'our-key'")
  expect(written()).toContain("pattern = '(?<secret>OURKEY-[0-9]{20})'")
  expect(written()).toContain("'**/build/**'")
  expect(written()).toMatch(/disable = \[\n {2}'npm-/)
})

test('what is there already is replaced by --force only', async () => {
  write('.gitleaks.toml', GITLEAKS)
  write('.keyscan.toml', 'disable = []\n')
  expect(await complaintOf(folder, ['migrate'])).toMatch(/^\.keyscan\.toml is there already: --force/)
  expect(written()).toBe('disable = []\n')
  expect((await runKeyscan(folder, ['migrate', '--force'])).code).toBe(0)
  expect(written()).toContain('shop-token')
})

test('nothing to migrate, no TOML, YAML', async () => {
  expect(await complaintOf(folder, ['migrate'])).toMatch(/name the file: keyscan migrate FILE$/)
  write('.gitleaks.toml', 'rules = [\n')
  expect(await complaintOf(folder, ['migrate'])).toMatch(/^\.gitleaks\.toml:\d+:\d+: not valid TOML/)
  write('.secretlintrc.yml', 'rules: []\n')
  expect(await complaintOf(folder, ['migrate', '.secretlintrc.yml'])).toMatch(/write it as \.secretlintrc\.json first/)
  write('deep.json', `{"rules":${'['.repeat(100_000)}`)
  expect(await complaintOf(folder, ['migrate', 'deep.json'])).toMatch(/^deep\.json:1:\d+: nested too deep/)
})
