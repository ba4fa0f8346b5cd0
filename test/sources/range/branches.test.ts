import { expect, test } from 'vitest'
import type { TestRepository } from '../../../fixtures/repositories/create-repository.ts'
import { type LookedThrough, lookThroughRange } from '../history/look-through.ts'
import { newRange } from './new-range.ts'

const ZEROS = '0'.repeat(40)

function branch(repository: TestRepository, name: string, from = 'HEAD'): string {
  repository.git(['checkout', '--quiet', '-b', name, from])
  return repository.commit(name, { [`${name}.txt`]: name })
}

const texts = ({ shown }: LookedThrough): string[] =>
  shown
    .filter(one => one.kind === 'blob')
    .map(one => one.text)
    .sort()

test('a new branch: what no other branch has, by name or by id', async () => {
  const repository = newRange({ 'a.txt': 'on main' })
  const tip = branch(repository, 'topic')
  expect(texts(await lookThroughRange(repository, `${ZEROS}..topic`))).toEqual(['topic'])
  expect(texts(await lookThroughRange(repository, `${ZEROS}..${tip}`))).toEqual(['topic'])
})

test('a new branch in a clone made after the push: it does not hide itself', async () => {
  const repository = newRange({ 'a.txt': 'on main' })
  const tip = branch(repository, 'topic')
  const clone = repository.clone('clone')
  expect(clone.git(['branch', '--remotes', '--contains', tip])).toContain('origin/topic')
  expect(texts(await lookThroughRange(clone, `${ZEROS}..${tip}`))).toEqual(['topic'])
})

test('a new branch on which another new one was built: neither hides the other', async () => {
  const repository = newRange({ 'a.txt': 'on main' })
  branch(repository, 'below')
  branch(repository, 'above')
  expect(texts(await lookThroughRange(repository, `${ZEROS}..below`))).toEqual(['below'])
  expect(texts(await lookThroughRange(repository, `${ZEROS}..above`))).toEqual(['above'])
})

test('the first branch of all: everything', async () => {
  const repository = newRange({ 'a.txt': 'on main' })
  repository.commit('next', { 'b.txt': 'next' })
  expect(texts(await lookThroughRange(repository, `${ZEROS}..main`))).toEqual(['next', 'on main'])
})

test('a new branch at an old commit of the default branch: nothing new', async () => {
  const repository = newRange({ 'a.txt': 'on main' })
  repository.commit('next', { 'b.txt': 'next' })
  for (const clone of [repository.clone('clone'), repository.clone('bare.git', ['--bare'])]) {
    clone.git(['branch', 'old', 'HEAD~1'])
    expect(texts(await lookThroughRange(clone, `${ZEROS}..old`))).toEqual([])
  }
})

test('a deleted branch: nothing to look into, even if its commits are gone', async () => {
  const repository = newRange({ 'a.txt': 'on main' })
  for (const from of ['HEAD', '1'.repeat(40)]) {
    const { shown, notScanned } = await lookThroughRange(repository, `${from}..${ZEROS}`)
    expect([shown, notScanned]).toEqual([[], []])
  }
})

test('a forced push: from the old tip, while it is still there', async () => {
  const repository = newRange({ 'a.txt': 'on main' })
  const old = branch(repository, 'topic')
  repository.git(['reset', '--quiet', '--hard', 'HEAD~1'])
  repository.commit('rewritten', { 'b.txt': 'rewritten' })
  expect(texts(await lookThroughRange(repository, `${old}..HEAD`))).toEqual(['rewritten'])
})

test('a forced push whose old tip is gone is an error that says so', async () => {
  const gone = '1'.repeat(40)
  await expect(lookThroughRange(newRange({ 'a.txt': 'on main' }), `${gone}..HEAD`)).rejects.toThrow(/forced push/)
})

test('the base is missing in a shallow clone: said, and what is there is looked into', async () => {
  const repository = newRange({ 'a.txt': 'on main' })
  const base = repository.git(['rev-parse', 'HEAD'])
  repository.commit('one', { 'b.txt': 'one' })
  repository.commit('two', { 'c.txt': 'two' })
  const shallow = repository.clone('shallow', ['--depth=1'])
  const looked = await lookThroughRange(shallow, `${base}..HEAD`)
  expect(texts(looked)).toEqual(['on main', 'one', 'two'].sort())
  expect(looked.notScanned.map(one => one.why)).toEqual([
    expect.stringContaining('not in this shallow clone'),
    expect.stringContaining('its parents are not in this shallow clone'),
  ])
})

test('a shallow clone that reaches to the base is complete', async () => {
  const repository = newRange({ 'a.txt': 'on main' })
  repository.commit('one', { 'b.txt': 'one' })
  const base = repository.git(['rev-parse', 'HEAD'])
  repository.commit('two', { 'c.txt': 'two' })
  const looked = await lookThroughRange(repository.clone('shallow', ['--depth=2']), `${base}..HEAD`)
  expect(texts(looked)).toEqual(['two'])
  expect(looked.notScanned).toEqual([])
})

test('a partial clone: what is not there is said, renames are followed without fetching', async () => {
  const repository = newRange({ 'a.txt': 'on main' })
  repository.git(['config', 'uploadpack.allowFilter', 'true'])
  repository.commit('one', { 'b.txt': 'one' })
  repository.git(['mv', 'b.txt', 'c.txt'])
  repository.commit('two', { 'c.txt': 'two' })
  const partial = repository.clone('partial', ['--filter=blob:none', '--no-checkout'])
  const { notScanned, looked } = await lookThroughRange(partial, 'HEAD~2..HEAD')
  expect(looked.commits).toBe(2)
  expect(notScanned).toHaveLength(2)
})
