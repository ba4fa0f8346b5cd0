import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { makeLeak } from '../../fixtures/leaks/make-leak.ts'
import { createRepository, type TestRepository } from '../../fixtures/repositories/create-repository.ts'
import { displayWidth } from '../../src/reporters/display-width.ts'
import { RULE_SAMPLES, sampleText } from '../property/rule-samples.ts'
import { type RunOptions, runKeyscan } from './run-keyscan.ts'

const ESCAPE = '\u001b'

let repository: TestRepository
beforeAll(() => {
  repository = createRepository()
  repository.commit('nothing yet', { 'a.txt': 'nothing\n' })
  const samples = RULE_SAMPLES.map((sample, i) => `${sampleText(sample, i)}\n`)
  repository.commit(`message ${makeLeak(1)}`, { 'samples.txt': samples.join('\n\n\n') })
  repository.write('staged.txt', `${makeLeak(2)}\n${makeLeak(3)} // keyscan:allow a test\n`)
  repository.git(['add', 'staged.txt'])
})
afterAll(() => repository.dispose())

const run = (args: readonly string[], options?: RunOptions) => runKeyscan(repository.path, args, options)
const withColour = { NO_COLOR: '', FORCE_COLOR: '1' }

describe('width', () => {
  test.each([[['--staged']], [['--history']], [['--history', '--verbose']], [['.']], [['--help']]])(
    'no line of %j is wider than 80 columns, but for what is copied: commands, code, addresses',
    async args => {
      const { stdout } = await run(args)
      // Commands and code are indented further than all else: behind the number of their finding.
      const isCopied = (line: string): boolean => /^ {6,8}\S/.test(line) || /^\s*\S+$/.test(line)
      const wide = stdout.split('\n').filter(line => displayWidth(line) > 80 && !isCopied(line))
      expect(wide).toEqual([])
      expect(stdout.split('\n').length).toBeGreaterThan(10)
    },
  )
})

describe('colour', () => {
  test.each<readonly [what: string, args: readonly string[], env: Record<string, string>, colour: boolean]>([
    ['a pipe', [], { NO_COLOR: '' }, false],
    ['NO_COLOR', [], { NO_COLOR: '1', FORCE_COLOR: '1' }, false],
    ['FORCE_COLOR', [], withColour, true],
    ['FORCE_COLOR=0', [], { NO_COLOR: '', FORCE_COLOR: '0' }, false],
    ['FORCE_COLOR and --no-color', ['--no-color'], withColour, false],
    ['JSON', ['--format', 'json'], withColour, false],
  ])('%s', async (_, args, env, colour) => {
    const { stdout } = await run(['--staged', ...args], { env })
    expect(stdout.includes(ESCAPE)).toBe(colour)
  })

  test('a report in a file has none', async () => {
    const file = join(repository.folder, 'report.txt')
    const { stdout } = await run(['--staged', '--format', `human=${file}`, '--format', 'human'], { env: withColour })
    expect(stdout).toContain(ESCAPE)
    expect(readFileSync(file, 'utf8')).not.toContain(ESCAPE)
    expect(readFileSync(file, 'utf8')).toContain('1 leak found')
  })
})

describe('how much is said', () => {
  test('a summary line says what was scanned, how long it took, and what was let through', async () => {
    const { stdout } = await run(['--staged'])
    expect(stdout).toMatch(/^1 leak found \(1 critical\) in 1 staged file \(\d+ B\), \d+ ms$/m)
    expect(stdout).toContain('Let through by comments: 1 finding')
  })

  test('--quiet: a line for each finding, nothing where there is nothing', async () => {
    expect((await run(['--staged', '-q'])).stdout).toMatch(/^staged\.txt:1:1: critical: .* ghp_….{4}\n$/)
    expect(await run(['a.txt', '-q'])).toEqual({ code: 0, stdout: '', stderr: '' })
  })

  test('--quiet still says that a scan is not complete', async () => {
    repository.write('small.toml', '[limits]\nblob-bytes = 1\n')
    expect(await run(['a.txt', '-q', '--config', 'small.toml'])).toMatchObject({
      code: 2,
      stdout: expect.stringContaining('not complete'),
    })
  })

  test('--verbose: the rule, its confidence, the fingerprint', async () => {
    const { stdout } = await run(['--staged', '-v'])
    expect(stdout).toMatch(/rule github-personal-access-token, confidence high/)
    expect(stdout).toMatch(/fingerprint [0-9a-f]{20}/)
    expect((await run(['--staged'])).stdout).not.toContain('fingerprint')
  })

  test('below the confidence asked for: counted, fails nothing', async () => {
    const text = { input: 'password = "hunter2hunter"\n' }
    const low = await run(['--stdin', '--min-confidence', 'low'], text)
    const high = await run(['--stdin', '--min-confidence', 'high'], text)
    expect(low.code).toBe(1)
    expect(high.code).toBe(0)
    expect(high.stdout).toMatch(/Below the confidence asked for: 1 /)
  })

  test('several formats at once', async () => {
    const file = (name: string): string => join(repository.folder, name)
    const args = ['sarif', 'junit', 'csv', 'jsonl'].flatMap(format => ['--format', `${format}=${file(format)}`])
    const { code, stdout } = await run(['--staged', '--format', 'json', ...args])
    expect(code).toBe(1)
    expect(JSON.parse(stdout).findings).toHaveLength(1)
    expect(JSON.parse(readFileSync(file('sarif'), 'utf8')).version).toBe('2.1.0')
    expect(readFileSync(file('junit'), 'utf8')).toContain('<testsuite')
    expect(readFileSync(file('csv'), 'utf8').split('\n').length).toBeGreaterThan(1)
    for (const line of readFileSync(file('jsonl'), 'utf8').trim().split('\n')) JSON.parse(line)
  })

  test('--version and --help', async () => {
    expect(await run(['--version'])).toEqual({
      code: 0,
      stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
      stderr: '',
    })
    const help = await run(['--help'])
    expect(help).toMatchObject({ code: 0, stderr: '' })
    expect(await run(['help'])).toEqual(help)
    expect(await run(['-h', '--staged'])).toEqual(help)
  })
})

/** From util-linux; the BSDs' own takes other options. */
const hasScript = process.platform === 'linux' && spawnSync('script', ['--version']).status === 0

describe.skipIf(!hasScript)('on a terminal', () => {
  /** What a person sees, standard output and error together. */
  function seen(args: readonly string[], env: Record<string, string> = {}): string {
    const words = [process.execPath, inject('bin'), ...args].map(word => `'${word}'`).join(' ')
    const terminal = { ...process.env, TERM: 'xterm', NO_COLOR: '', FORCE_COLOR: '', ...env }
    return execFileSync('script', ['-qec', `stty cols 60; ${words} || true`, '/dev/null'], {
      cwd: repository.path,
      env: terminal,
      encoding: 'utf8',
      maxBuffer: 1 << 26,
    })
  }

  test('there is colour, and lines fit', () => {
    const text = seen(['--staged'])
    expect(text).toContain(ESCAPE)
    const plain = text.replace(/\u001b\[[0-9;]*m/g, '').split(/\r?\n/)
    expect(plain.filter(line => displayWidth(line) > 60 && !/^ {6,7}\S|^\s*\S+$/.test(line))).toEqual([])
    expect(seen(['--staged'], { TERM: 'dumb' })).not.toContain(ESCAPE)
    expect(seen(['--staged'], { NO_COLOR: '1' })).not.toContain(ESCAPE)
  })

  test('what is done within a second shows no progress', () => {
    expect(seen(['--staged', '--no-color'])).not.toContain('\r\u001b[K')
  })
})
