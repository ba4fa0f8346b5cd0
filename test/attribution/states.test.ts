import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { TestRepository } from '../../fixtures/repositories/create-repository.ts'
import { newRepository } from '../../fixtures/repositories/new-repository.ts'
import { attribute } from '../../src/attribution/attribute.ts'
import { findRepository } from '../../src/git/find-repository.ts'

function repositoryWith(files: Readonly<Record<string, string>>): TestRepository {
  const repository = newRepository()
  repository.commit('root', files)
  return repository
}

async function originsOf(repository: TestRepository, blob: string, allPlaces = false) {
  return (await attribute(await findRepository(repository.path), new Set([blob]), { allPlaces })).origins.get(blob)!
}

const blobOf = (repository: TestRepository, place: string): string => repository.git(['rev-parse', place])

test('what a remote has is pushed, what came later is not', async () => {
  const clone = repositoryWith({ 'a.txt': 'pushed' }).clone('clone')
  clone.commit('middle', { 'b.txt': 'unpushed' })
  clone.commit('last', { 'c.txt': 'head' })
  const states = async (path: string) => (await originsOf(clone, blobOf(clone, `HEAD:${path}`))).map(one => one.state)
  expect(await states('a.txt')).toEqual(['pushed'])
  expect(await states('b.txt')).toEqual(['unpushed'])
  expect(await states('c.txt')).toEqual(['head'])
})

test('HEAD itself is pushed once a remote has it', async () => {
  const clone = repositoryWith({ 'a.txt': '1' }).clone('clone')
  clone.commit('last', { 'c.txt': 'x' })
  clone.git(['push', '--quiet', 'origin', 'HEAD:refs/heads/topic'])
  expect(await originsOf(clone, blobOf(clone, 'HEAD:c.txt'))).toMatchObject([
    { state: 'pushed', refs: ['refs/heads/main', 'refs/remotes/origin/topic'] },
  ])
})

test('a tag says pushed where there is a remote, and nothing where there is none', async () => {
  const origin = repositoryWith({ 'a.txt': '1' })
  for (const [repository, state] of [
    [origin.clone('clone'), 'pushed'],
    [origin, 'unpushed'],
  ] as const) {
    repository.commit('tagged', { 'b.txt': 'x' })
    repository.git(['tag', 'v1'])
    repository.commit('later')
    expect((await originsOf(repository, blobOf(repository, 'HEAD:b.txt')))[0]!.state).toBe(state)
  }
})

test('a bare repository is the remote: all its refs hold is pushed', async () => {
  const bare = repositoryWith({ 'a.txt': '1' }).clone('bare.git', ['--bare'])
  expect(await originsOf(bare, blobOf(bare, 'HEAD:a.txt'))).toMatchObject([
    { state: 'pushed', refs: ['refs/heads/main'], inHead: true },
  ])
})

test('of commits that brought the same in, the one that is pushed says where it stands', async () => {
  const clone = repositoryWith({ 'a.txt': '1' }).clone('clone')
  clone.git(['checkout', '--quiet', '-b', 'earlier'])
  const earlier = clone.commit('earlier', { 'b.txt': 'x' })
  clone.git(['checkout', '--quiet', '-b', 'later', 'origin/main'])
  const later = clone.commit('later', { 'b.txt': 'x' })
  clone.git(['push', '--quiet', 'origin', 'later'])
  const blob = blobOf(clone, 'HEAD:b.txt')
  const refs = ['refs/heads/earlier', 'refs/heads/later', 'refs/remotes/origin/later']
  expect(await originsOf(clone, blob)).toMatchObject([{ commit: later, state: 'pushed', refs }])
  expect(await originsOf(clone, blob, true)).toMatchObject([
    { commit: later, state: 'pushed' },
    { commit: earlier, state: 'unpushed' },
  ])
})

test('every coming back is a place of its own only where all are asked for', async () => {
  const repository = repositoryWith({ 'a.txt': 'x' })
  const first = repository.git(['rev-parse', 'HEAD'])
  repository.commit('away', { 'a.txt': 'clean' })
  const second = repository.commit('back', { 'a.txt': 'x' })
  const blob = blobOf(repository, 'HEAD:a.txt')
  expect((await originsOf(repository, blob)).map(one => one.commit)).toEqual([first])
  expect((await originsOf(repository, blob, true)).map(one => one.commit)).toEqual([first, second])
})

test('a version that stands at the tip of another branch', async () => {
  const repository = repositoryWith({ 'a.txt': 'one' })
  const one = blobOf(repository, 'HEAD:a.txt')
  repository.git(['branch', 'old'])
  repository.commit('two', { 'a.txt': 'two' })
  const two = blobOf(repository, 'HEAD:a.txt')
  repository.commit('three', { 'a.txt': 'three' })
  expect(await originsOf(repository, one)).toMatchObject([{ inHead: false, atTip: true }])
  expect((await originsOf(repository, two))[0]).not.toHaveProperty('atTip')
})

test('committed at one path, staged at another', async () => {
  const repository = repositoryWith({ 'a.txt': 'x' })
  repository.write('b.txt', 'x')
  repository.git(['add', 'b.txt'])
  expect(await originsOf(repository, blobOf(repository, 'HEAD:a.txt'))).toMatchObject([
    { path: 'a.txt', state: 'head' },
    { path: 'b.txt', state: 'index' },
  ])
})

test('from a linked worktree, the index of the main one', async () => {
  const repository = repositoryWith({ 'a.txt': 'x' })
  const linked = join(repository.folder, 'linked')
  repository.git(['worktree', 'add', '--quiet', linked])
  repository.write('b.txt', 'staged')
  repository.git(['add', 'b.txt'])
  const blob = repository.git(['hash-object', 'b.txt'])
  expect((await attribute(await findRepository(linked), new Set([blob]))).origins.get(blob)).toMatchObject([
    { path: 'b.txt', state: 'index' },
  ])
})

test('a hole in the history: what git still walks is told, the rest is said to be missing', async () => {
  const repository = repositoryWith({ 'folder/a.txt': 'old' })
  const old = blobOf(repository, 'HEAD:folder/a.txt')
  const tree = blobOf(repository, 'HEAD:folder')
  repository.commit('new', { 'folder/a.txt': 'new' })
  const last = repository.commit('last', { 'c.txt': 'y' })
  rmSync(join(repository.path, '.git/objects', tree.slice(0, 2), tree.slice(2)))
  const young = blobOf(repository, 'HEAD:c.txt')
  const { origins, notScanned } = await attribute(await findRepository(repository.path), new Set([old, young]))
  expect(origins.get(young)).toMatchObject([{ path: 'c.txt', commit: last }])
  expect(origins.get(old)).toEqual([{ inHead: false, state: 'unpushed' }])
  expect(notScanned.map(one => one.what)).toContain('history of all refs')
})

test('nothing wanted: nothing asked', async () => {
  const repository = repositoryWith({})
  expect((await attribute(await findRepository(repository.path), new Set())).origins.size).toBe(0)
})
