import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { createRepository, type TestRepository } from '../../../fixtures/repositories/create-repository.ts'
import { UsageError } from '../../../src/errors/usage-error.ts'
import { lookThroughHistory } from './look-through.ts'

let repository: TestRepository
let dates: string[]

/** Three commits on main (2024-01-01, a minute after another), one on a branch, a stash twice, one dropped, one staged blob. */
beforeAll(() => {
  repository = createRepository()
  repository.commit('root', { 'a.txt': 'in-root' })
  repository.commit('second', { 'b.txt': 'in-second', 'a.txt': 'in-root changed' })
  repository.commit('third', { '.env': 'in-third' })
  repository.git(['tag', '--annotate', '-m', 'in-tag', 'v1'])
  repository.git(['checkout', '--quiet', '-b', 'topic', 'HEAD~2'])
  repository.commit('on topic', { 'topic-file.txt': 'in-topic' })
  repository.commit('dropped', { 'dropped.txt': 'in-dropped' })
  repository.git(['reset', '--quiet', '--hard', 'HEAD~1'])
  repository.git(['checkout', '--quiet', 'main'])
  for (const round of [1, 2]) {
    repository.write('a.txt', `in-stash-${round}`)
    repository.git(['stash', 'push', '--quiet'])
  }
  repository.write('staged.txt', 'in-index')
  repository.git(['add', 'staged.txt'])
  repository.git(['hash-object', '-w', '--stdin'], { input: 'in-nothing' })
  dates = repository.git(['log', '--format=%cI', '--reverse', 'main']).split('\n')
})
afterAll(() => repository.dispose())

const textsOf = async (options: Parameters<typeof lookThroughHistory>[1]): Promise<string[]> => {
  const { shown, notScanned } = await lookThroughHistory(repository, options)
  expect(notScanned).toEqual([])
  return shown
    .filter(one => one.kind === 'blob')
    .map(one => one.text)
    .sort()
}

const ON_MAIN = ['in-root', 'in-root changed', 'in-second', 'in-third']

test('not narrowed: every object', async () => {
  expect(await textsOf({})).toEqual(
    [...ON_MAIN, 'in-dropped', 'in-index', 'in-nothing', 'in-stash-1', 'in-stash-2', 'in-topic'].sort(),
  )
})

test('what can be reached: refs, all stashes and the index', async () => {
  expect(await textsOf({ reachableOnly: true })).toEqual(
    [...ON_MAIN, 'in-index', 'in-stash-1', 'in-stash-2', 'in-topic'].sort(),
  )
})

test('a branch, a tag, a commit', async () => {
  expect(await textsOf({ branch: 'topic' })).toEqual(['in-root', 'in-topic'])
  expect(await textsOf({ branch: 'main~1' })).toEqual(ON_MAIN.slice(0, 3))
  const { shown, looked } = await lookThroughHistory(repository, { branch: 'v1' })
  expect(shown.filter(one => one.kind === 'tag').map(one => one.text)).toEqual([expect.stringContaining('in-tag')])
  expect(shown.filter(one => one.kind === 'commit')).toHaveLength(3)
  expect(looked).toMatchObject({ commits: 3, blobs: 4, refs: ['v1'] })
})

test('since a date: what commits brought in since, on all refs and reflogs', async () => {
  expect(await textsOf({ since: dates[2]! })).toEqual([
    'in-dropped',
    'in-stash-1',
    'in-stash-2',
    'in-third',
    'in-topic',
  ])
})

test('since a date on a branch: paths tell which names are sensitive', async () => {
  const { shown, looked } = await lookThroughHistory(repository, { since: dates[2]!, branch: 'main' })
  expect(shown.filter(one => one.kind === 'blob').map(one => one.text)).toEqual(['in-third'])
  expect([...looked.named.keys()]).toEqual([repository.git(['rev-parse', 'main:.env'])])
  expect(shown.filter(one => one.kind === 'name').map(one => one.text)).toEqual(['.env', 'main'])
  expect(shown.filter(one => one.kind === 'commit')).toHaveLength(1)
})

test('since the future: nothing, and nothing is wrong', async () => {
  expect(await textsOf({ since: '2099-01-01' })).toEqual([])
})

test('a commit whose clock was wrong does not hide what is before it', async () => {
  const other = createRepository()
  onTestFinished(() => other.dispose())
  other.commit('young', { 'a.txt': 'young' })
  const env = { GIT_COMMITTER_DATE: '2001-01-01T00:00:00Z' }
  for (let n = 0; n < 10; n++) other.git(['commit', '--quiet', '--allow-empty', '-m', `wrong ${n}`], { env })
  const { shown } = await lookThroughHistory(other, { since: '2023-01-01' })
  expect(shown.filter(one => one.kind === 'blob').map(one => one.text)).toEqual(['young'])
})

test('a branch that is not there, and what would be an option', async () => {
  for (const branch of ['no-such-branch', '--all', '', 'main:nothing']) {
    await expect(lookThroughHistory(repository, { branch })).rejects.toThrow(UsageError)
  }
})

test('a date that is none', async () => {
  await expect(lookThroughHistory(repository, { since: 'lats week' })).rejects.toThrow(UsageError)
})
