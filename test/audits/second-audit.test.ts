import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { makeLeak } from '../../fixtures/leaks/make-leak.ts'
import type { TestRepository } from '../../fixtures/repositories/create-repository.ts'
import { newRepository } from '../../fixtures/repositories/new-repository.ts'
import type { Progress } from '../../src/types.ts'
import { audit, cacheFiles, expectTheSame } from './audit.ts'
import { disposeOriginals, withEverything } from './with-everything.ts'

afterAll(disposeOriginals)

const gitDir = ({ path }: TestRepository): string => join(path, '.git')

describe.each(['loose', 'packed', 'packed, with loose ones'])('a second audit: objects %s', how => {
  test('tells the same, and looks at what is not clean only', async () => {
    const repository = withEverything()
    if (how !== 'loose') repository.git(['gc', '--quiet'])
    if (how === 'packed, with loose ones') {
      repository.commit('another', {
        'b.txt': 'b\n',
        'c.txt': `${makeLeak(5)}\n`,
        '.env': 'DB_PASSWORD=qG7sUm1pVeX2\n',
      })
    }
    const first = await audit(repository.path)
    expect(first.found.length).toBeGreaterThanOrEqual(4)
    expect(first.report.notScanned).toHaveLength(1)
    expect(first.report.scan.counts.allowed).toBe(1)
    const second = await expectTheSame(repository)
    expect(second.report).toEqual(first.report)
    expect(second.all).toBe(first.looked)
    expect(second.looked).toBeLessThan(first.looked! / 3)
    expect(second.notes).toEqual([])
  })
})

test('progress knows from its first word how much there is', async () => {
  const repository = withEverything()
  repository.git(['gc', '--quiet'])
  for (const again of [false, true]) {
    const told: Progress[] = []
    await audit(repository.path, { onProgress: progress => told.push(progress) })
    const objects = told.filter(({ phase }) => phase === 'objects')
    const [{ total } = { total: 0 }] = objects
    expect(total < 20).toBe(again)
    expect(objects.every(progress => progress.total === total)).toBe(true)
    expect(objects[0]).toMatchObject({ done: 0, findings: 0 })
    // Names of files are looked at in the end; what a comment allows is none.
    expect(objects.at(-1)).toMatchObject({ done: total, findings: 3 })
  }
})

test('what has come since is looked at, wherever it lies', async () => {
  const repository = withEverything()
  repository.git(['gc', '--quiet'])
  await audit(repository.path)
  const { looked: idle } = await audit(repository.path)
  repository.commit('new', { 'new.txt': `${makeLeak(6)}\n` })
  const loose = await expectTheSame(repository)
  expect(loose.found).toContain('github-personal-access-token head new.txt')
  // A commit, its tree, its blob.
  expect(loose.looked).toBe(idle! + 3)
  repository.commit('newer', { 'newer.txt': `${makeLeak(7)}\n` })
  // What was loose and known is in a new pack now, and the old pack is still there.
  repository.git(['repack', '--quiet', '-d'])
  const packed = await expectTheSame(repository)
  expect(packed.found).toContain('github-personal-access-token head newer.txt')
  expect(packed.looked).toBeLessThan(packed.all / 3)
  const again = await expectTheSame(repository)
  expect(again.looked).toBeLessThanOrEqual(packed.looked!)
})

test('an empty repository', async () => {
  const repository = newRepository()
  await expectTheSame(repository)
  repository.commit('first', { 'a.txt': `${makeLeak(1)}\n` })
  expect((await expectTheSame(repository)).found).toHaveLength(1)
})

test('what git gc has only packed is known; once a pack is gone, everything is looked at', async () => {
  const repository = withEverything()
  await audit(repository.path)
  repository.git(['gc', '--quiet', '--prune=now'])
  const packed = await expectTheSame(repository)
  expect(packed.looked).toBeLessThan(packed.all / 3)
  repository.commit('one more', { 'more.txt': 'more\n' })
  repository.git(['repack', '--quiet', '-a', '-d'])
  const repacked = await expectTheSame(repository)
  expect(repacked.looked).toBe(repacked.all)
  expect(repacked.notes).toEqual(['everything is looked at: packs or objects have gone since the last audit'])
  expect((await expectTheSame(repository)).looked).toBeLessThan(repacked.all / 3)
})

test('an object that goes missing is missed', async () => {
  const repository = withEverything()
  await audit(repository.path)
  const id = repository.git(['rev-parse', 'HEAD:clean/7.txt'])
  rmSync(join(gitDir(repository), 'objects', id.slice(0, 2), id.slice(2)))
  const { report, looked, all } = await expectTheSame(repository)
  expect(looked).toBe(all)
  expect(JSON.stringify(report.notScanned)).toMatch(/missing/)
  // And from then on as well.
  const again = await expectTheSame(repository)
  expect(again.report).toEqual(report)
  expect(again.looked).toBeLessThan(all / 3)
  repository.git(['hash-object', '-w', '--stdin'], { input: 'text 7\n' })
  expect(JSON.stringify((await expectTheSame(repository)).report.notScanned)).not.toMatch(/missing/)
})

test('a name that a ref has as well is told when the ref is gone', async () => {
  const repository = newRepository()
  repository.commit('a name', { [makeLeak(1)]: 'x\n' })
  repository.git(['tag', makeLeak(1)])
  await audit(repository.path)
  repository.git(['tag', '--delete', makeLeak(1)])
  expect((await expectTheSame(repository)).found).toHaveLength(1)
})

test('of a secret that a later commit moves, old and new places are told', async () => {
  const repository = newRepository()
  const lines = Array.from({ length: 200 }, (_, i) => `line ${i} of a longer text\n`).join('')
  repository.commit('first', { 'a.txt': `${lines}${makeLeak(1)}\n` })
  repository.git(['gc', '--quiet'])
  await audit(repository.path)
  repository.commit('moved', { 'a.txt': `more\n${lines}${makeLeak(1)}\n` })
  repository.git(['repack', '--quiet', '-d'])
  const { report } = await expectTheSame(repository)
  expect(report.findings[0]?.places.map(({ line }) => line)).toEqual([201, 202])
})

test('SHA-256', async () => {
  const repository = withEverything('sha256')
  repository.git(['gc', '--quiet'])
  await audit(repository.path)
  const { looked, all } = await expectTheSame(repository)
  expect(looked).toBeLessThan(all / 3)
})

test('linked worktrees share what is known, where the clone keeps it', async () => {
  const repository = withEverything()
  await audit(repository.path)
  const worktree = join(repository.folder, 'worktree')
  repository.git(['worktree', 'add', '--quiet', worktree])
  const { looked, all } = await expectTheSame({ path: worktree })
  expect(looked).toBeLessThan(all / 3)
  // One for rules, one for the values of `.env` files.
  expect(cacheFiles(gitDir(repository))).toHaveLength(2)
  expect(repository.git(['status', '--porcelain', '--ignored'])).not.toMatch(/keyscan/)
})

test('a clone that borrows objects: known while they are lent', async () => {
  const lender = withEverything()
  lender.git(['gc', '--quiet'])
  const path = join(lender.folder, 'borrower')
  lender.git(['clone', '--quiet', '--shared', lender.path, path])
  await audit(path)
  const { looked, all } = await expectTheSame({ path })
  expect(looked).toBeLessThan(all / 3)
  lender.commit('more', { 'more.txt': `${makeLeak(8)}\n` })
  lender.git(['repack', '--quiet', '-a', '-d'])
  const other = await expectTheSame({ path })
  expect(other.looked).toBe(other.all)
  expect(other.found).toHaveLength(6)
})

test('a shallow clone, and when the rest has come', async () => {
  const origin = withEverything()
  const clone = origin.clone('shallow', ['--depth=2'])
  await audit(clone.path)
  const shallow = await expectTheSame(clone)
  expect(shallow.looked).toBeLessThan(shallow.all / 3)
  clone.git(['fetch', '--quiet', '--unshallow'])
  const whole = await expectTheSame(clone)
  expect(whole.found.length).toBeGreaterThan(shallow.found.length)
  expect(whole.looked).toBe(whole.all)
})

test('a partial clone', async () => {
  const origin = withEverything()
  origin.git(['config', 'uploadpack.allowFilter', 'true'])
  const clone = origin.clone('partial', ['--filter=blob:none', '--no-checkout'])
  const first = await audit(clone.path)
  expect(JSON.stringify(first.report.notScanned)).toMatch(/promised/)
  const { looked, all, report } = await expectTheSame(clone)
  expect(report).toEqual(first.report)
  expect(looked).toBeLessThan(all / 2)
})
