import { Ajv } from 'ajv'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeLeak } from '../../fixtures/leaks/make-leak.ts'
import { createRepository, type TestRepository } from '../../fixtures/repositories/create-repository.ts'
import { reportJsonSchema } from '../../src/reporters/report-schema.ts'
import type { Report } from '../../src/types.ts'
import { RULE_SAMPLES, sampleText } from '../property/rule-samples.ts'
import { runKeyscan } from './run-keyscan.ts'

const validate = new Ajv({ strict: false, allErrors: true }).compile(reportJsonSchema())

const leak = (number: number): string => makeLeak(100 + number)

/** Every rule's examples on a branch of their own, so that not each scan has to find them all; a secret wherever one can stand. */
function fill(repository: TestRepository): void {
  const samples = RULE_SAMPLES.map((sample, i) => `${sampleText(sample, i)}\n`)
  repository.git(['checkout', '--quiet', '-b', 'samples'])
  repository.commit('samples', { 'samples.txt': samples.join('\n\n\n') })
  repository.git(['checkout', '--quiet', '--orphan', 'main'])
  repository.git(['reset', '--quiet', '--hard'])
  repository.commit('nothing yet', { 'a.txt': 'nothing\n' })
  repository.commit(`message ${leak(1)}`, { [`dir/${leak(2)}.txt`]: 'nothing\n' })
  repository.commit('a file of its own', {
    '.env': `DB_PASSWORD=${leak(3)}\n`,
    'allowed.txt': `${leak(4)} # keyscan:allow a test\n`,
  })
  repository.git(['commit', '--quiet', '--allow-empty', '-m', 'author'], { env: { GIT_AUTHOR_NAME: `a ${leak(5)}` } })
  repository.git(['tag', '-a', `tag-${leak(6)}`, '-m', `tag ${leak(7)}`])
  repository.git(['branch', `branch-${leak(8)}`])
  repository.git(['notes', 'add', '-m', `note ${leak(9)}`])
  repository.commit('gone', { 'b.txt': `${leak(10)}\n` })
  repository.git(['reset', '--quiet', '--hard', 'HEAD~1'])
  repository.write('staged.txt', `${leak(11)}\n`)
  repository.git(['add', 'staged.txt'])
  repository.write('samples.txt', samples.join('\n\n\n'))
}

let repository: TestRepository
beforeAll(() => {
  repository = createRepository()
  fill(repository)
})
afterAll(() => repository.dispose())

const reports = new Map<string, Promise<Report>>()

/** What a run without input reports: asked for once more it is not run once more. */
function reportOf(args: readonly string[]): Promise<Report> {
  const key = args.join(' ')
  const report = reports.get(key) ?? valid(args)
  reports.set(key, report)
  return report
}

/** Standard output is JSON from its first byte to its last, as the shipped schema says. */
async function valid(args: readonly string[], input?: string): Promise<Report> {
  const { stdout, stderr } = await runKeyscan(repository.path, [...args, '--format', 'json'], input ? { input } : {})
  expect(stderr).toBe('')
  const report = JSON.parse(stdout) as Report
  expect([stdout[0], stdout.slice(-2)]).toEqual(['{', '}\n'])
  validate(report)
  expect(validate.errors ?? []).toEqual([])
  return report
}

test.each([
  ['staged', ['--staged']],
  ['paths', ['a.txt', '.env']],
  ['paths', ['.', '--show-secrets', '--min-confidence', 'low', '--verbose']],
  ['history', ['--history']],
  ['history', ['--history', '--all-places', '--quiet']],
  ['history', ['--history', '--reachable-only', '--branch', 'main']],
  ['history', ['--history', '--since', '2024-01-01T00:00:30Z']],
  ['history', ['--history', '--branch', 'main']],
  ['range', ['--range', 'main~3..main']],
])('%s: %j', async (mode, args) => {
  const report = await reportOf(args)
  expect(report.scan.mode).toBe(mode)
  expect(report.findings.length).toBeGreaterThan(0)
})

test('stdin, with a name and without', async () => {
  expect((await valid(['--stdin'], leak(20))).findings).toHaveLength(1)
  expect((await valid(['--stdin', '--name', 'x/.env'], `TOKEN=${leak(20)}`)).findings.length).toBeGreaterThan(0)
  expect(await valid(['--stdin'], 'nothing')).toMatchObject({ findings: [], scan: { complete: true } })
})

test('a secret is one finding, wherever it stands; what was allowed is counted once', async () => {
  const { findings, scan } = await reportOf(['--history'])
  const inside = findings.flatMap(({ places }) => places.flatMap(place => place.in ?? []))
  for (const place of ['commit message', 'commit author', 'tag message', 'file name', 'ref name', 'note']) {
    expect(inside).toContain(place)
  }
  expect(scan.counts.allowed).toBe(1)
  const names = findings.map(({ fingerprint }) => fingerprint)
  expect(new Set(names).size).toBe(names.length)
})

test('what is not scanned is valid too', async () => {
  repository.write('small.toml', '[limits]\nblob-bytes = 100\n')
  const report = await valid(['--history', '--config', 'small.toml'])
  expect(report.scan.complete).toBe(false)
  expect(report.notScanned.length).toBeGreaterThan(0)
})
