import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { newRepository } from '../../fixtures/repositories/new-repository.ts'
import { complaintOf } from './complaint-of.ts'
import { runKeyscan } from './run-keyscan.ts'

let folder: string
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'keyscan-config-')))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  writeFileSync(join(folder, 'a.txt'), 'nothing\n')
})

const complaint = (args: readonly string[] = ['a.txt']): Promise<string> => complaintOf(folder, args)

const RULE = `[[rule]]
id = "own-token"
title = "Token of our own"
severity = "high"
confidence = "high"
anchors = ["own_"]
source = "https://example.invalid"
`

const TOML: readonly (readonly [what: string, toml: string, message: RegExp])[] = [
  [
    'an unknown key',
    'min-severity = "low"\nseverity = 1\n',
    /^\.keyscan\.toml:2:1: unknown key "severity"; allowed here: /,
  ],
  [
    'an unknown limit',
    '[limits]\nblobs = 1\n',
    /^\.keyscan\.toml:2:1: unknown key "blobs"; allowed here: blob-bytes, /,
  ],
  ['a wrong type', 'exclude = "a"\n', /^\.keyscan\.toml:1:1: "exclude" is "a"; expected /],
  [
    'a word that is none',
    'min-severity = "loud"\n',
    /^\.keyscan\.toml:1:1: "min-severity" is "loud"; expected one of "low", /,
  ],
  ['a limit out of range', '[limits]\nblob-bytes = -1\n', /^\.keyscan\.toml:2:1: "blob-bytes" must be at least 1$/],
  ['a bad glob', '\nexclude = ["a", "[b"]\n', /^\.keyscan\.toml:2:1: "exclude": glob "\[b": /],
  [
    'no rule of that name',
    'disable = ["github-token"]\n',
    /^\.keyscan\.toml:1:1: "disable": there is no rule "github-token"; there are github-/,
  ],
  ['no rule of any such name', 'disable = ["nope"]\n', /^\.keyscan\.toml:1:1: "disable": there is no rule "nope"$/],
  ['no TOML', 'not toml at all\n', /^\.keyscan\.toml:1:5: not valid TOML: /],
  ['a key twice', 'exclude = []\nexclude = []\n', /^\.keyscan\.toml:2:1: not valid TOML: /],
  [
    'a pattern that is none',
    `${RULE}pattern = '''(?<secret>own_[a-z]{10}'''\n`,
    /^\.keyscan\.toml:8:\d+: rule "own-token": pattern: not a valid regular expression/,
  ],
  [
    'a pattern without bound',
    `${RULE}pattern = '''(?<secret>own_[a-z]+)'''\n`,
    /^\.keyscan\.toml:8:\d+: rule "own-token": pattern: .*no upper bound: write one/,
  ],
  [
    'a pattern without secret',
    `${RULE}pattern = '''own_[a-z]{10}'''\n`,
    /^\.keyscan\.toml:8:\d+: .*no group \(\?<secret>/,
  ],
  [
    'a slow pattern',
    `${RULE}pattern = '''own_(?<secret>(?:[a-z]{1,50}){1,50}x)'''\n`,
    /^\.keyscan\.toml:8:\d+: .*slow: /,
  ],
  [
    'an anchor that is not in all matches',
    `${RULE}pattern = '''(?<secret>[a-z]{10})'''\n`,
    /^\.keyscan\.toml:8:\d+: .*holds none of the anchors/,
  ],
  [
    'an example that does not match',
    `${RULE}pattern = '''(?<secret>own_[a-z]{10})'''\nexamples = ['own_']\n`,
    /^\.keyscan\.toml:9:1: .*example "own_" is not matched/,
  ],
  [
    'a bad glob of a rule',
    `${RULE}pattern = '''(?<secret>own_[a-z]{10})'''\npaths = ['[a']\n`,
    /^\.keyscan\.toml:9:1: rule "own-token": glob "\[a"/,
  ],
]

describe('.keyscan.toml', () => {
  test.each(TOML)('%s', async (_, toml, message) => {
    writeFileSync(join(folder, '.keyscan.toml'), toml)
    expect(await complaint()).toMatch(message)
  })

  test('that is a folder', async () => {
    mkdirSync(join(folder, '.keyscan.toml'))
    expect(await complaint()).toMatch(/^\.keyscan\.toml is a folder: name the file/)
  })

  test.skipIf(process.platform === 'win32')('that is a pipe nobody writes into, or a link to itself', async () => {
    execFileSync('mkfifo', [join(folder, 'own.toml')])
    symlinkSync('.keyscan.toml', join(folder, '.keyscan.toml'))
    expect(await complaint()).toBe('.keyscan.toml is a link that leads back to itself')
    expect(await complaint(['a.txt', '--config', 'own.toml'])).toBe('own.toml is a pipe, not a file')
  })

  test('that disables the one rule asked for', async () => {
    writeFileSync(join(folder, '.keyscan.toml'), 'disable = ["aws-access-key-id"]\n')
    expect(await complaint(['a.txt', '--rule', 'aws-access-key-id'])).toMatch(/the configuration leaves this rule out/)
    writeFileSync(join(folder, '.keyscan.toml'), 'min-severity = "critical"\n')
    expect(await complaint(['a.txt', '--rule', 'dotenv-file'])).toMatch(/the configuration leaves this rule out/)
  })
})

describe('package.json#keyscan', () => {
  test.each<readonly [json: string, message: RegExp]>([
    ['{\n  "keyscan": { "exclude": "a" }\n}\n', /^package\.json:2:16: "exclude" is "a"/],
    ['{\n  "keyscan": {\n    "exclud": ["a"]\n  }\n}\n', /^package\.json:3:5: unknown key "exclud"/],
    ['{ "keyscan": { "disable": ["nope"] } }', /^package\.json:1:\d+: "disable": there is no rule "nope"/],
    ['{\n  "keyscan": {,}\n}\n', /^package\.json:2:\d+: not valid JSON/],
  ])('%j', async (json, message) => {
    writeFileSync(join(folder, 'package.json'), json)
    expect(await complaint()).toMatch(message)
  })

  test.each(['{ "name": "keyscan" }', '{ "devDependencies": { "keyscan": "1" } }', '{ broken'])(
    'is not there: %j',
    async json => {
      writeFileSync(join(folder, 'package.json'), json)
      expect(await runKeyscan(folder, ['a.txt'])).toMatchObject({ code: 0, stderr: '' })
    },
  )
})

test('a configuration is that of the repository in every mode, also from a folder further down', async () => {
  const repository = newRepository()
  repository.commit('first', { 'sub/a.txt': 'a\n', 'sub/b.txt': 'b\n' })
  repository.write('.keyscan.toml', 'unknown = 1\n')
  const modes = [['--staged'], ['--history'], ['--range', 'HEAD..HEAD'], ['--stdin'], ['a.txt']]
  for (const args of modes) {
    expect(await complaintOf(repository.path, ['-C', 'sub', ...args])).toMatch(/^\.keyscan\.toml:1:1: unknown key/)
  }
})

test('--config FILE is read from where -C leads, and in place of all others', async () => {
  mkdirSync(join(folder, 'sub'))
  writeFileSync(join(folder, '.keyscan.toml'), 'unknown = 1\n')
  writeFileSync(join(folder, 'sub', 'own.toml'), 'other = 1\n')
  expect(await complaint(['-C', 'sub', '--config', 'own.toml', '.'])).toMatch(/^own\.toml:1:1: unknown key "other"/)
})
