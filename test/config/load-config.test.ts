import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DEFAULT_CONFIG } from '../../src/config/config.ts'
import { loadConfig } from '../../src/config/load-config.ts'
import { UsageError } from '../../src/errors/usage-error.ts'
import { loadRules } from '../../src/ruleset/load.ts'

const RULE = `[[rule]]
id = "inhouse-token"
title = "In-house token"
severity = "high"
confidence = "high"
anchors = ["inh_"]
pattern = '''(?<secret>inh_[a-z]{10})'''
`

let root: string
beforeEach(() => {
  root = mkdtempSync(join(realpathSync(tmpdir()), 'keyscan-config-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const write = (name: string, text: string) => writeFileSync(join(root, name), text)

async function problem(text: string, name = '.keyscan.toml'): Promise<string> {
  write(name, text)
  const error: unknown = await loadConfig(root).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(UsageError)
  return (error as Error).message
}

describe('loadConfig', () => {
  it('is the defaults where nobody says anything', async () => {
    expect(await loadConfig(root)).toBe(DEFAULT_CONFIG)
    write('package.json', '{ "name": "x", "devDependencies": { "@keyscan/cli": "1" } }')
    expect(await loadConfig(root)).toBe(DEFAULT_CONFIG)
    write('package.json', '{ "scripts": { "keyscan": "keyscan" } }')
    expect(await loadConfig(root)).toBe(DEFAULT_CONFIG)
  })

  it('reads .keyscan.toml', async () => {
    const disabled = loadRules().rules[0]!.id
    write(
      '.keyscan.toml',
      `\uFEFFdisable = ["${disabled}"]
exclude = ["vendor/**", "**/*.min.js"]
min-severity = "medium"
min-confidence = "low"
[limits]
blob-bytes = 1000
${RULE}`,
    )
    expect(await loadConfig(root)).toMatchObject({
      disabledRules: [disabled],
      exclude: ['vendor/**', '**/*.min.js'],
      minSeverity: 'medium',
      minConfidence: 'low',
      limits: { ...DEFAULT_CONFIG.limits, blobBytes: 1000 },
      source: '.keyscan.toml',
      rules: [
        {
          id: 'inhouse-token',
          provider: 'custom',
          providerName: 'Custom',
          remedy: {},
          after: 10,
          source: '.keyscan.toml',
        },
      ],
    })
  })

  it('reads package.json, but only where there is no .keyscan.toml', async () => {
    write('package.json', '{ "keyscan": { "min-severity": "high" } }')
    expect(await loadConfig(root)).toMatchObject({ minSeverity: 'high', source: 'package.json' })
    write('.keyscan.toml', 'min-severity = "critical"')
    expect(await loadConfig(root)).toMatchObject({ minSeverity: 'critical', source: '.keyscan.toml' })
  })

  it('reads the file it is told to', async () => {
    write('.keyscan.toml', 'min-severity = "critical"')
    write('other.toml', 'min-severity = "high"')
    write('other.json', '{ "min-severity": "medium" }')
    expect(await loadConfig(root, join(root, 'other.toml'))).toMatchObject({ minSeverity: 'high' })
    expect(await loadConfig(root, join(root, 'other.json'))).toMatchObject({ minSeverity: 'medium' })
    await expect(loadConfig(root, join(root, 'none.toml'))).rejects.toThrow(
      /^no such file: .*none\.toml: --config takes a file of settings; without it \.keyscan\.toml/,
    )
  })

  it('gives own rules a provider and a remedy', async () => {
    const tables =
      '[provider]\nid = "acme"\nname = "Acme"\nsource = "https://acme.example"\n[remedy]\nrevoke = ["Ask."]\n'
    write('.keyscan.toml', tables + RULE)
    const own = { provider: 'acme', providerName: 'Acme', remedy: { revoke: ['Ask.'] }, source: 'https://acme.example' }
    expect((await loadConfig(root)).rules).toMatchObject([own])
  })

  it.each<[string, string, string]>([
    ['bad TOML', 'a = \n', ':1:5: not valid TOML: '],
    [
      'an unknown key',
      'exclud = []',
      ':1:1: unknown key "exclud"; allowed here: provider, remedy, rule, disable, exclude, min-severity, ',
    ],
    [
      'an unknown limit',
      '\n[limits]\nblobs = 1',
      ':3:1: unknown key "blobs"; allowed here: blob-bytes, value-folders, value-file-bytes',
    ],
    ['a wrong type', 'exclude = "x"', ':1:1: "exclude" is "x"; expected Array'],
    [
      'a wrong word',
      'min-severity = "all"',
      ':1:1: "min-severity" is "all"; expected one of "low", "medium", "high", "critical"',
    ],
    ['a limit of nothing', '[limits]\nblob-bytes = 0', ':2:1: "blob-bytes" must be at least 1'],
    ['an unknown rule', 'disable = ["nobody-knows"]', ':1:1: "disable": there is no rule "nobody-knows"'],
    ['a bad glob', 'exclude = ["a/{b,c"]', ':1:1: "exclude": glob "a/{b,c": "{" has no partner'],
    [
      'a bad pattern',
      RULE.replace('{10}', '{10'),
      ':7:33: rule "inhouse-token": pattern: {: is no quantifier here; for the character itself write "\\{"',
    ],
    [
      'a pattern without bound',
      RULE.replace('{10}', '*'),
      ':7:28: rule "inhouse-token": pattern: [a-z]*: "*" has no upper bound: write one, such as {0,100}',
    ],
    [
      'a slow pattern',
      RULE.replace('[a-z]{10}', '(?:[a-z]{1,20}_?){1,20}'),
      ':7:14: rule "inhouse-token": pattern: slow: ',
    ],
    ['two rules of one id', RULE + RULE, ':9:1: rule id "inhouse-token" is used twice'],
  ])('says where there is %s', async (_, toml, expected) => {
    expect(await problem(toml)).toContain(`.keyscan.toml${expected}`)
  })

  it.each<[string, string, string]>([
    ['an unknown key', '{\n  "keyscan": {\n    "exclud": []\n  }\n}', ':3:5: unknown key "exclud"; allowed here: '],
    [
      'a bad glob',
      '{ "name": "keyscan",\n  "keyscan": { "exclude": ["a", "/b"] } }',
      ':2:33: "exclude": glob "/b" is absolute',
    ],
    ['a wrong type', '{ "keyscan": 3 }', ':1:3: "everything" is 3; expected Object'],
    ['bad JSON', '{ "keyscan": {,} }', ':1:15: not valid JSON: '],
  ])('says where in package.json there is %s', async (_, json, expected) => {
    expect(await problem(json, 'package.json')).toContain(`package.json${expected}`)
  })
})
