import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { complaintOf } from './complaint-of.ts'
import { runKeyscan } from './run-keyscan.ts'

let folder: string
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'keyscan-rules-')))
  onTestFinished(() => rmSync(folder, { recursive: true }))
})

const HEAD = `[[rule]]
id = "own-token"
title = "Token of our own"
severity = "high"
confidence = "high"
`
const PATTERN = "pattern = '''(?<![a-z])(?<secret>own_[a-z0-9]{20})(?![a-z0-9])'''\n"
const RIGHT = `${HEAD}anchors = ["own_"]\n${PATTERN}examples = ['x = own_{loweralnum:20}']\n`

async function tested(
  content: string | Uint8Array,
  name = 'own.toml',
): Promise<{ code: number | null; lines: string[] }> {
  writeFileSync(join(folder, name), content)
  const { code, stdout, stderr } = await runKeyscan(folder, ['rules', 'test', name])
  expect(stderr).toBe('')
  return { code, lines: stdout.trimEnd().split('\n') }
}

describe('rules test', () => {
  test('rules that are right', async () => {
    expect(await tested(RIGHT)).toEqual({ code: 0, lines: ['1 rule right, 0 problems in 1 file'] })
    writeFileSync(join(folder, '.keyscan.toml'), RIGHT)
    expect((await runKeyscan(folder, ['rules', 'test'])).code).toBe(0)
  })

  test.each<[string, string, RegExp]>([
    [
      'an anchor that the pattern does not hold',
      RIGHT.replace('["own_"]', '["other"]'),
      /^own\.toml:7:14: rule "own-token": pattern: can match "own_a+", which holds none of/,
    ],
    ['no upper bound', RIGHT.replace('{20})(?!', '+)(?!'), /^own\.toml:7:\d+: .*"\+" has no upper bound/],
    ['a catastrophic pattern', RIGHT.replace('[a-z0-9]{20}', '(?:[a-z]{1,40}){1,40}'), /^own\.toml:7:14: .*slow: /],
    [
      'one far too large',
      RIGHT.replace('[a-z0-9]{20}', '(?:a{0,8}|b{0,8})'.repeat(300)),
      /^own\.toml:7:14: .*too large to be checked/,
    ],
    [
      'ten thousand alternatives',
      RIGHT.replace('[a-z0-9]{20}', `(?:${'abcde|'.repeat(10_000)}x)`),
      /^own\.toml:7:14: .*at most 16384 are allowed/,
    ],
    [
      'groups without end',
      RIGHT.replace('[a-z0-9]{20}', `${'('.repeat(2000)}a${')'.repeat(2000)}`),
      /^own\.toml:7:\d+: .*groups within one another/,
    ],
    [
      'generators without end',
      RIGHT.replace('{loweralnum:20}', '{b64:'.repeat(500) + '}'.repeat(500)),
      /^own\.toml:8:\d+: .*generators within one another/,
    ],
    ['an example that is not found', RIGHT.replace('own_{l', 'on_{l'), /^own\.toml:8:\d+: .*is not matched/],
    [
      'an example that judges drop',
      RIGHT.replace('{loweralnum:20}', '{repeat:x:20}'),
      /^own\.toml:8:\d+: .*is dropped: /,
    ],
    [
      'a counter-example that is found',
      `${RIGHT}counter-examples = ['own_{loweralnum:20}']\n`,
      /^own\.toml:9:\d+: .*is found, with high confidence/,
    ],
    ['a key that is none', `${RIGHT}patern = "a"\n`, /^own\.toml:9:1: unknown key "patern"; allowed here: /],
    ['no rule', 'disable = []\n', /^own\.toml: holds no \[\[rule\]\]/],
    ['no TOML', 'rule = [\n', /^own\.toml:\d+:\d+: not valid TOML: /],
    ['brackets without end', `a = ${'['.repeat(100_000)}`, /^own\.toml:1:\d+: not valid TOML: /],
  ])('%s', async (_, toml, expected) => {
    const { code, lines } = await tested(toml)
    expect(code).toBe(1)
    expect(lines[0]).toMatch(expected)
  })

  test('of thousands a hundred are told, and all are counted', { timeout: 60_000 }, async () => {
    const many = Array.from({ length: 1000 }, (_, i) =>
      RIGHT.replace('own-token', `own-${i}`)
        .replace(/^examples.*\n/m, '')
        .replace('high', i % 2 ? 'loud' : 'high'),
    )
    const { code, lines } = await tested(many.join(''))
    expect(code).toBe(1)
    expect(lines).toHaveLength(203)
    expect(lines[100]).toBe('own.toml: and 400 more')
    expect(lines.slice(-2)).toEqual(['own.toml: and 400 more', '500 rules right, 500 problems in 1 file'])
  })

  test('all faults are told at once, duplicate ids among them', async () => {
    const { lines } = await tested(`${RIGHT}${RIGHT}${RIGHT.replace('own-token', 'Own').replace('high', 'loud')}`)
    expect(lines[0]).toMatch(/^own\.toml:10:1: rule "own-token": this id is used twice/)
    expect(lines[1]).toMatch(/^own\.toml:1[78]:1: /)
    expect(lines.at(-1)).toBe('1 rule right, 2 problems in 1 file')
  })

  test('package.json, and JSON nested too deep', async () => {
    const rule = {
      id: 'own-token',
      title: 'T',
      severity: 'high',
      confidence: 'high',
      anchors: ['own_'],
      pattern: '(?<secret>own_.+)',
    }
    const json = JSON.stringify({ keyscan: { rule: [rule] } }, null, 1)
    expect((await tested(json, 'package.json')).lines[0]).toMatch(/^package\.json:\d+:\d+: .*"\+" has no upper bound/)
    expect((await tested(`{"rule":${'['.repeat(1_000_000)}`, 'a.json')).lines[0]).toMatch(
      /^a\.json:1:\d+: nested too deep/,
    )
  })

  test('no UTF-8, no file, no folder', async () => {
    writeFileSync(
      join(folder, 'own.toml'),
      Buffer.concat([Buffer.from('# \ufffd\n# a'), Buffer.from([0xff]), Buffer.from('\n')]),
    )
    expect(await complaintOf(folder, ['rules', 'test', 'own.toml'])).toBe(
      'own.toml:2:4: not valid UTF-8: save the file as UTF-8',
    )
    writeFileSync(join(folder, '.keyscan.toml'), Buffer.from([0x23, 0xff]))
    expect(await complaintOf(folder, ['.'])).toMatch(/^\.keyscan\.toml:1:2: not valid UTF-8/)
    expect(await complaintOf(folder, ['rules', 'test', 'gone.toml'])).toMatch(/^no such file: gone\.toml$/)
    expect(await complaintOf(folder, ['rules', 'check'])).toMatch(/takes list or test, not "check"/)
    expect(await complaintOf(folder, ['rules', 'test', '--history'])).toMatch(
      /^--history means nothing to keyscan rules test/,
    )
  })

  test('ten thousand rules', { timeout: 240_000 }, async () => {
    const rules = Array.from({ length: 10_000 }, (_, i) =>
      RIGHT.replace('own-token', `own-${i}`)
        .replaceAll('own_', `own${i}_`)
        .replace('high', i === 9_999 ? 'loud' : 'high'),
    )
    writeFileSync(join(folder, '.keyscan.toml'), rules.join(''))
    expect(await complaintOf(folder, ['.'])).toMatch(/^\.keyscan\.toml:79996:1: "severity" is "loud"/)
  })
})

describe('rules list', () => {
  test('those about something, as a table', async () => {
    const { code, stdout } = await runKeyscan(folder, ['rules', 'list', 'anthropic'])
    expect(code).toBe(0)
    expect(stdout).toMatch(/^RULE +SEVERITY +CONFIDENCE +WHAT\nanthropic-/)
    expect(stdout).toMatch(/\n\n\d+ rules of 1 provider\n$/)
  })

  test('all of them, one’s own and those that are left out too, as JSON', async () => {
    writeFileSync(join(folder, '.keyscan.toml'), `disable = ["jwt-token"]\n${RIGHT}`)
    const { stdout } = await runKeyscan(folder, ['rules', '--format', 'json'])
    const rules: { id: string; inForce: boolean }[] = JSON.parse(stdout)
    expect(rules.length).toBeGreaterThan(200)
    expect(rules.filter(({ inForce }) => !inForce).map(({ id }) => id)).toEqual(['jwt-token'])
    expect(rules.at(-1)).toMatchObject({ id: 'own-token', inForce: true })
  })

  test('nothing about that', async () => {
    expect(await complaintOf(folder, ['rules', 'list', 'nosuchvendor'])).toMatch(/^no rule is about nosuchvendor/)
  })
})
