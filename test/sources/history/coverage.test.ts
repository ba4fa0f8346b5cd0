import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { newRepository } from '../../../fixtures/repositories/new-repository.ts'
import { holding, lookThroughHistory } from './look-through.ts'

const POINTER = `version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\nsize 12345\n`

test('a healthy repository: complete, each object once', async () => {
  const repository = newRepository()
  repository.commit('root', { 'a.txt': '1', 'folder/b.txt': '2' })
  repository.commit('more', { 'c.txt': '1', 'folder/b.txt': '3' })
  repository.git(['repack', '--quiet', '-a'])
  const { shown, looked, notScanned } = await lookThroughHistory(repository)
  expect(notScanned).toEqual([])
  expect(looked).toMatchObject({ blobs: 3, bytes: 3, commits: 2, refs: ['refs/heads/main'], submodules: [] })
  const ids = shown.map(one => one.id)
  expect(new Set(ids).size).toBe(ids.length)
  const names = shown.filter(one => one.kind === 'name').map(one => one.text)
  expect(names.sort()).toEqual(['a.txt', 'b.txt', 'c.txt', 'folder', 'refs/heads/main'])
})

test('an empty repository: nothing to look into, complete', async () => {
  for (const bare of [false, true]) {
    const { shown, looked, notScanned } = await lookThroughHistory(newRepository({ bare }))
    expect([shown, notScanned]).toEqual([[], []])
    expect(looked).toMatchObject({ blobs: 0, commits: 0, refs: [] })
  }
})

test('names: of what stands under a sensitive one, the blobs', async () => {
  const repository = newRepository()
  repository.commit('root', { 'deep/down/.env': 'A=1', '.env': 'A=2', 'b.env.txt': 'A=3' })
  const { looked } = await lookThroughHistory(repository)
  const id = (path: string): string => repository.git(['rev-parse', `HEAD:${path}`])
  expect([...looked.named.keys()].sort()).toEqual([id('.env'), id('deep/down/.env')].sort())
})

test('blobs and names can be read again', async () => {
  const repository = newRepository()
  repository.commit('root', { 'token-a': 'text-b' })
  const looked = await lookThroughHistory(repository)
  const wanted = [...holding(looked, 'token-a'), ...holding(looked, 'text-b')].map(one => one.id!)
  expect(wanted.length).toBeGreaterThanOrEqual(2)
  const texts: string[] = []
  await looked.source.read(
    new Set(wanted),
    blob => texts.push(`${blob.kind} ${Buffer.from(blob.bytes)}`),
    entry => expect.fail(entry.why),
  )
  await looked.source.close()
  expect(texts).toEqual(expect.arrayContaining(['name token-a', 'blob text-b']))
})

test('a Git LFS pointer: said, and looked into itself', async () => {
  const repository = newRepository()
  repository.commit('root', { 'big.bin': POINTER, 'not.txt': `${POINTER}${'x'.repeat(2000)}` })
  const looked = await lookThroughHistory(repository)
  const id = repository.git(['rev-parse', 'HEAD:big.bin'])
  expect(looked.notScanned).toEqual([{ what: id, why: expect.stringContaining('Git LFS') }])
  expect(holding(looked, POINTER)).toHaveLength(2)
})

test('a submodule: named, not entered, and no gap', async () => {
  const repository = newRepository()
  const commit = repository.commit('root', { 'a.txt': '1' })
  repository.git(['update-index', '--add', '--cacheinfo', `160000,${commit},libraries/one`])
  repository.git(['update-index', '--add', '--cacheinfo', `160000,${'1'.repeat(40)},two`])
  repository.git(['commit', '--quiet', '-m', 'submodules'])
  repository.git(['update-index', '--force-remove', 'two'])
  repository.git(['commit', '--quiet', '-m', 'one less'])
  const { looked, notScanned } = await lookThroughHistory(repository)
  expect(looked.submodules).toEqual(['libraries/one', 'two'])
  expect(notScanned).toEqual([])
})

test('a shallow clone: said, the rest looked into', async () => {
  const origin = newRepository()
  origin.commit('root', { 'a.txt': 'old' })
  origin.commit('next', { 'a.txt': 'new' })
  const shallow = origin.clone('shallow', ['--depth=1'])
  const looked = await lookThroughHistory(shallow)
  expect(looked.notScanned).toEqual([
    { what: 'history before the shallow boundary', why: expect.stringContaining('--unshallow') },
  ])
  expect(holding(looked, 'new').map(one => one.kind)).toContain('blob')
})

test('a partial clone: what was promised is counted, not fetched', async () => {
  const origin = newRepository()
  origin.git(['config', 'uploadpack.allowFilter', 'true'])
  origin.commit('root', { 'a.txt': 'one', 'b.txt': 'two' })
  origin.commit('next', { 'a.txt': 'three' })
  const partial = origin.clone('partial', ['--filter=blob:none', '--no-checkout'])
  for (const options of [{}, { reachableOnly: true }, { branch: 'main' }]) {
    const { notScanned } = await lookThroughHistory(partial, options)
    expect(notScanned).toEqual([
      {
        what: expect.stringMatching(/^3 objects/),
        why: expect.stringContaining('partial clone'),
      },
    ])
  }
})

test('a lost blob is not taken for one that never was', async () => {
  const repository = newRepository()
  repository.commit('root', { 'a.txt': 'lost' })
  const id = repository.git(['rev-parse', 'HEAD:a.txt'])
  rmSync(join(repository.path, '.git/objects', id.slice(0, 2), id.slice(2)))
  const { notScanned } = await lookThroughHistory(repository)
  expect(notScanned).toEqual([{ what: `1 object, the first: ${id}`, why: expect.stringContaining('git fsck') }])
})

test('a lost commit', async () => {
  const repository = newRepository()
  const id = repository.commit('root', { 'a.txt': 'x' })
  repository.commit('next', { 'a.txt': 'y' })
  rmSync(join(repository.path, '.git/objects', id.slice(0, 2), id.slice(2)))
  const looked = await lookThroughHistory(repository)
  expect(looked.notScanned).toHaveLength(1)
  expect(holding(looked, 'x').map(one => one.kind)).toContain('blob')
})

test('what a dangling tree spoke of and gc has dropped is no gap', async () => {
  const repository = newRepository()
  repository.commit('root', { 'a.txt': '1' })
  repository.git(['mktree', '--missing'], { input: `100644 blob ${'1'.repeat(40)}\tgone\n` })
  expect((await lookThroughHistory(repository)).notScanned).toEqual([])
})
