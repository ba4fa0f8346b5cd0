import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeLeak } from '../../fixtures/leaks/make-leak.ts'
import type { TestRepository } from '../../fixtures/repositories/create-repository.ts'
import { newRepository } from '../../fixtures/repositories/new-repository.ts'
import { told } from '../git-situations/told.ts'
import { complaintOf } from './complaint-of.ts'

/** Puts other bytes into the middle of a file; with `more`, up to its end. */
function damage(file: string, more = false): void {
  const bytes = readFileSync(file)
  const middle = Math.floor(bytes.length / 2)
  bytes.fill(0xa5, middle, more ? bytes.length : middle + 20)
  chmodSync(file, 0o644)
  writeFileSync(file, bytes)
}

function damageObject(repository: TestRepository, id: string): void {
  damage(join(repository.path, '.git', 'objects', id.slice(0, 2), id.slice(2)))
}

function damagePack(repository: TestRepository, more = false): void {
  const folder = join(repository.path, '.git', 'objects', 'pack')
  const pack = readdirSync(folder).find(name => name.endsWith('.pack'))!
  damage(join(folder, pack), more)
}

const LONG = Array.from({ length: 500 }, (_, i) => `line ${i} ${i * 7919}`).join('\n')

test('a staged blob that is corrupt: not clean', async () => {
  const repository = newRepository()
  repository.commit('first')
  repository.write('a.txt', `${LONG}\n${makeLeak()}\n`)
  repository.git(['add', 'a.txt'])
  damageObject(repository, repository.git(['rev-parse', ':a.txt']))
  const { code, found, notScanned } = await told(repository.path, [])
  expect({ code, found }).toEqual({ code: 2, found: [] })
  expect(notScanned).toEqual([expect.stringMatching(/^a\.txt: /)])
})

test.each([
  ['an object', ['--history']],
  ['a path', ['--range', 'HEAD~1..HEAD']],
])('a corrupt blob, said by %s: not clean', async (by, args) => {
  const repository = newRepository()
  repository.commit('first')
  repository.commit('second', { 'a.txt': `${LONG}\n`, 'b.txt': 'nothing\n' })
  const id = repository.git(['rev-parse', 'HEAD:a.txt'])
  damageObject(repository, id)
  const { code, found, notScanned } = await told(repository.path, args)
  expect({ code, found }).toEqual({ code: 2, found: [] })
  expect(notScanned.join('\n')).toContain(by === 'a path' ? 'a.txt: ' : id)
})

test('what else there is, is scanned; findings come before what is missing', async () => {
  const repository = newRepository()
  repository.commit('first', { 'a.txt': `${LONG}\n`, 'b.txt': `${makeLeak()}\n` })
  damageObject(repository, repository.git(['rev-parse', 'HEAD:a.txt']))
  const { code, found, notScanned } = await told(repository.path, ['--history'])
  expect({ code, found }).toEqual({ code: 1, found: ['head b.txt:1:1'] })
  expect(notScanned).not.toEqual([])
})

test('--allow-incomplete says it and fails nothing', async () => {
  const repository = newRepository()
  repository.commit('first', { 'a.txt': `${LONG}\n` })
  damageObject(repository, repository.git(['rev-parse', 'HEAD:a.txt']))
  const { code, notScanned } = await told(repository.path, ['--history', '--allow-incomplete'])
  expect(code).toBe(0)
  expect(notScanned).not.toEqual([])
})

function packed(): TestRepository {
  const repository = newRepository()
  const files = Array.from({ length: 40 }, (_, i) => [`${i}.txt`, `${i}${LONG.slice(i * 40)}`])
  repository.commit('first', Object.fromEntries(files))
  repository.git(['repack', '--quiet', '-ad'])
  return repository
}

test('a pack with a hole: what lies in it is said', async () => {
  const repository = packed()
  damagePack(repository)
  const { code, found, notScanned } = await told(repository.path, ['--history'])
  expect({ code, found }).toEqual({ code: 2, found: [] })
  expect(notScanned.length).toBeGreaterThan(0)
})

test('a pack that git cannot open: an error', async () => {
  const repository = packed()
  damagePack(repository, true)
  expect(await complaintOf(repository.path, ['--history'])).toMatch(/^git .*pack-/)
})

test('HEAD names a commit that is not there: an error', async () => {
  const repository = newRepository()
  repository.commit('first', { 'a.txt': 'a\n' })
  writeFileSync(join(repository.path, '.git', 'refs', 'heads', 'main'), `${'1'.repeat(40)}\n`)
  expect(await complaintOf(repository.path, ['--staged'])).toMatch(/HEAD|1{40}/)
})

test('an index that is none: an error', async () => {
  const repository = newRepository()
  repository.commit('first', { 'a.txt': 'a\n' })
  writeFileSync(join(repository.path, '.git', 'index'), 'no index at all, but long enough to be one')
  expect(await complaintOf(repository.path, ['--staged'])).toMatch(/index/)
})
