import { expect, test } from 'vitest'
import type { TestRepository } from '../../../fixtures/repositories/create-repository.ts'
import { lookThroughRange, rangeOrigins } from '../history/look-through.ts'
import { blobsOf, newRange } from './new-range.ts'

const LEAK = 'leak-of-a-test'

const id = (repository: TestRepository, revision: string): string => repository.git(['rev-parse', revision])

function conflicting(): TestRepository {
  const repository = newRange({ 'a.txt': 'base\n' })
  repository.git(['checkout', '--quiet', '-b', 'topic'])
  repository.commit('theirs', { 'a.txt': 'theirs\n', 'theirs.txt': 'theirs' })
  repository.git(['checkout', '--quiet', 'main'])
  repository.commit('ours', { 'a.txt': 'ours\n' })
  repository.git(['merge', '--quiet', '--no-commit', '--strategy=ours', 'topic'])
  return repository
}

test('the resolution of a merge conflict: before it stood what either parent had', async () => {
  const repository = conflicting()
  const commit = repository.commit('merge', { 'a.txt': LEAK })
  const looked = await lookThroughRange(repository, 'HEAD^1..HEAD')
  expect(await rangeOrigins(looked, LEAK)).toMatchObject([
    { path: 'a.txt', commit, before: [id(repository, 'HEAD^1:a.txt'), id(repository, 'HEAD^2:a.txt')] },
  ])
  expect(blobsOf(looked)).toEqual(['a.txt: leak-of-a-test', 'a.txt: theirs\n', 'theirs.txt: theirs'])
})

test('a merge that brings the other branch over brings each thing in once, with its own commit', async () => {
  const repository = newRange()
  repository.git(['checkout', '--quiet', '-b', 'topic'])
  const commit = repository.commit('theirs', { 'b.txt': LEAK })
  repository.git(['checkout', '--quiet', 'main'])
  repository.git(['merge', '--quiet', '--no-ff', '-m', 'merge', 'topic'])
  const looked = await lookThroughRange(repository, 'HEAD^1..HEAD')
  expect(await rangeOrigins(looked, LEAK)).toMatchObject([{ commit, path: 'b.txt' }])
  expect(looked.looked.commits).toBe(2)
})

test('main merged into a branch: what main had is not in the range', async () => {
  const repository = newRange()
  repository.git(['checkout', '--quiet', '-b', 'topic'])
  repository.commit('topic', { 'topic.txt': 'topic' })
  repository.git(['checkout', '--quiet', 'main'])
  repository.commit('main', { 'b.txt': LEAK })
  repository.git(['checkout', '--quiet', 'topic'])
  repository.git(['merge', '--quiet', '-m', 'merge', 'main'])
  expect(blobsOf(await lookThroughRange(repository, 'main..topic'))).toEqual(['topic.txt: topic'])
})

test('symmetric: either side, not what both have', async () => {
  const repository = newRange()
  repository.git(['checkout', '--quiet', '-b', 'topic'])
  repository.commit('topic', { 'topic.txt': 'topic' })
  repository.git(['checkout', '--quiet', 'main'])
  repository.commit('main', { 'main.txt': 'main' })
  expect(blobsOf(await lookThroughRange(repository, 'main...topic'))).toEqual(['main.txt: main', 'topic.txt: topic'])
  expect(blobsOf(await lookThroughRange(repository, 'topic..'))).toEqual(['main.txt: main'])
})

test('histories that have nothing in common', async () => {
  const repository = newRange()
  repository.git(['checkout', '--quiet', '--orphan', 'other'])
  repository.commit('other root', { 'b.txt': LEAK })
  const looked = await lookThroughRange(repository, 'main..other')
  expect(await rangeOrigins(looked, LEAK)).toMatchObject([{ path: 'b.txt', before: [] }])
  expect(await rangeOrigins(looked, 'base')).toMatchObject([{ path: 'a.txt', before: [id(repository, 'main:a.txt')] }])
})
