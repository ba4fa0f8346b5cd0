import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { makeLeak } from '../../fixtures/leaks/make-leak.ts'
import type { TestRepository } from '../../fixtures/repositories/create-repository.ts'
import { runKeyscan } from '../cli/run-keyscan.ts'
import { withoutRights } from '../cli/without-rights.ts'
import { type Audit, audit, cacheFiles, expectTheSame, freshAudit } from './audit.ts'
import { disposeOriginals, withEverything } from './with-everything.ts'

afterAll(disposeOriginals)

const gitDir = ({ path }: TestRepository): string => join(path, '.git')
/** Of a repository that nobody has looked at before. */
const onlyFile = ({ firstFiles }: Audit): string => {
  const [file, ...others] = firstFiles
  expect(others).toEqual([])
  return file!
}
const read = (repository: TestRepository): readonly Buffer[] =>
  cacheFiles(gitDir(repository)).map(file => readFileSync(file))

const OWN_RULE = `
[[rule]]
id = "house-key"
title = "House key"
severity = "high"
confidence = "high"
anchors = ["text 3"]
pattern = '(?<secret>text 3\\d)'
examples = ["text 31"]
counter-examples = ["text 3x"]
`

describe('what is remembered', () => {
  test('has neither secrets nor names in it', async () => {
    const repository = withEverything()
    const { report } = await audit(repository.path)
    const bytes = Buffer.concat(read(repository))
    for (const text of [...[1, 2, 3, 4].map(number => makeLeak(number)), 'leak.txt', '.env', 'lT7wq0ZsR4xK', 'clean']) {
      expect(bytes.toString('latin1').replaceAll('keyscan clean', '').includes(text), text).toBe(false)
    }
    for (const { fingerprint } of report.findings) {
      expect(bytes.includes(fingerprint)).toBe(false)
      expect(bytes.includes(Buffer.from(fingerprint, 'hex'))).toBe(false)
    }
  })

  test('is written whole, under one name for each pass, and the same each time', async () => {
    const repository = withEverything()
    await audit(repository.path)
    const first = read(repository)
    await audit(repository.path)
    expect(read(repository)).toEqual(first)
    expect(readdirSync(join(gitDir(repository), 'keyscan'))).toHaveLength(2)
  })

  test('nothing where a scan does not come to its end', async () => {
    const repository = withEverything()
    const onProgress = (): void => {
      throw new Error('enough')
    }
    await expect(audit(repository.path, { onProgress })).rejects.toThrow('enough')
    expect(cacheFiles(gitDir(repository))).toEqual([])
  })

  test('nothing of a scan of a part, which is not told either', async () => {
    const repository = withEverything()
    const narrowed = [{ branch: 'main' }, { since: '2000-01-01' }, { reachableOnly: true }] as const
    const before = []
    for (const options of narrowed) before.push(await audit(repository.path, options))
    expect(cacheFiles(gitDir(repository))).toEqual([])
    await audit(repository.path)
    for (const [i, options] of narrowed.entries())
      expect((await audit(repository.path, options)).report).toEqual(before[i]!.report)
  })
})

test('--no-cache: neither asked nor written', async () => {
  const repository = withEverything()
  await freshAudit(repository.path)
  expect(cacheFiles(gitDir(repository))).toEqual([])
  await audit(repository.path)
  rmSync(join(gitDir(repository), 'keyscan'), { recursive: true })
  mkdirSync(join(gitDir(repository), 'keyscan'))
  const { looked, notes } = await freshAudit(repository.path)
  expect([looked, notes]).toEqual([(await audit(repository.path)).looked, []])
})

describe('with other settings everything is looked at', () => {
  test('a rule of their own finds what was clean', async () => {
    const repository = withEverything()
    const { looked: all } = await audit(repository.path)
    repository.write('.keyscan.toml', OWN_RULE)
    const own = await expectTheSame(repository)
    expect(own.looked).toBe(all)
    expect(own.found.filter(found => found.startsWith('house-key'))).toHaveLength(10)
    repository.write('.keyscan.toml', OWN_RULE.replaceAll('text 3', 'text 2'))
    expect((await expectTheSame(repository)).looked).toBe(all)
    // Both are remembered, each for itself, and the values of `.env` files, which are the same.
    rmSync(join(repository.path, '.keyscan.toml'))
    expect((await expectTheSame(repository)).looked).toBeLessThan(all! / 3)
    expect(cacheFiles(gitDir(repository))).toHaveLength(4)
  })

  test('fewer rules, and then all of them', async () => {
    const repository = withEverything()
    const only = { onlyRules: ['aws-access-key-id'] }
    const known = (await audit(repository.path)).looked!
    const { looked: all } = await audit(repository.path, only)
    expect(all).toBe(known)
    expect((await audit(repository.path, only)).found).toEqual([])
    expect((await audit(repository.path)).found.length).toBeGreaterThan(3)
  })

  test('a bound on the size of objects', async () => {
    const repository = withEverything()
    const { looked: all, report } = await audit(repository.path)
    repository.write('.keyscan.toml', '[limits]\nblob-bytes = 50\n')
    const bounded = await expectTheSame(repository)
    expect(bounded.looked).toBe(all)
    expect(bounded.report.notScanned.length).toBeGreaterThan(report.notScanned.length)
    // What was too large is looked at again, and told again.
    expect((await expectTheSame(repository)).report).toEqual(bounded.report)
  })

  test('not where only what becomes of findings is set otherwise', async () => {
    const repository = withEverything()
    const { looked: all } = await audit(repository.path)
    repository.write('.keyscan.toml', 'min-confidence = "low"\nexclude = ["leak.txt"]\n')
    const { looked, found } = await expectTheSame(repository)
    expect(looked).toBeLessThan(all! / 3)
    expect(found.some(one => one.includes('leak.txt'))).toBe(false)
  })
})

describe('a file that is not as it was written', () => {
  test('damaged anywhere: everything is looked at, nothing else', async () => {
    const repository = withEverything()
    const first = await audit(repository.path)
    const file = onlyFile(first)
    const whole = readFileSync(file)
    const offsets = [0, 20, 50, 66, 70, 90, whole.length >> 1, whole.length - 1]
    const damaged = [
      ...offsets.map(at => Buffer.from(whole).fill(whole[at]! ^ 0x10, at, at + 1)),
      ...[0, 15, 100, whole.length - 1].map(length => whole.subarray(0, length)),
      Buffer.concat([whole, Buffer.alloc(20)]),
    ]
    for (const bytes of damaged) {
      writeFileSync(file, bytes)
      const { report, looked, notes } = await audit(repository.path)
      expect(report).toEqual(first.report)
      expect(looked).toBe(first.looked)
      expect(notes).toEqual([expect.stringMatching(/is damaged$/)])
      // It is made anew.
      expect(readFileSync(file)).toEqual(whole)
    }
  })

  test('from another repository: its objects are not here', async () => {
    const [repository, other] = [withEverything(), withEverything()]
    other.commit('more', { 'more.txt': 'more\n' })
    const first = await audit(repository.path)
    writeFileSync(onlyFile(first), readFileSync(onlyFile(await audit(other.path))))
    const { looked, report } = await expectTheSame(repository)
    expect(looked).toBe(first.looked)
    expect(report).toEqual(first.report)
  })
})

test('where nothing can be written a scan is as it was without, and says why to whoever asks', async () => {
  const repository = withEverything()
  writeFileSync(join(gitDir(repository), 'keyscan'), '')
  const first = await audit(repository.path)
  expect(first.notes).toEqual([
    expect.stringMatching(/^everything is looked at: .*cannot be read \(ENOTDIR\)$/),
    expect.stringMatching(/^what is clean is not remembered: .*cannot be written \(E[A-Z]+\)$/),
  ])
  expect((await expectTheSame(repository)).looked).toBe(first.looked)
})

test.skipIf(withoutRights === undefined)(
  'a repository that may only be read: known is used, and cannot be added to',
  async () => {
    const repository = withEverything()
    const { report } = await audit(repository.path)
    repository.commit('more', { 'more.txt': `${makeLeak(5)}\n` })
    const before = read(repository)
    const own = withoutRights?.length === 0
    chmodSync(repository.folder, 0o755)
    if (own) chmodSync(join(gitDir(repository), 'keyscan'), 0o555)
    const env = { GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'safe.directory', GIT_CONFIG_VALUE_0: '*' }
    const args = ['--history', '--verbose', '--format', 'json']
    const run = await runKeyscan(repository.path, args, { env, ...(withoutRights && { through: withoutRights }) })
    if (own) chmodSync(join(gitDir(repository), 'keyscan'), 0o755)
    expect(run.stderr).toMatch(/^what is clean is not remembered: .* cannot be written \(EACCES\)\n$/)
    expect(run.code).toBe(1)
    expect(JSON.parse(run.stdout).findings).toHaveLength(report.findings.length + 1)
    expect(read(repository)).toEqual(before)
  },
)
