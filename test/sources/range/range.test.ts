import { expect, test } from 'vitest'
import { UsageError } from '../../../src/errors/usage-error.ts'
import { holding, lookThroughRange, rangeOrigins } from '../history/look-through.ts'
import { blobsOf, newRange } from './new-range.ts'

const LEAK = 'leak-of-a-test'

test('what the commits bring in: not what was there, nor what is there later', async () => {
  const repository = newRange()
  repository.git(['tag', 'start'])
  const commit = repository.commit('in the range', { 'b.txt': 'one', 'folder/c.txt': LEAK })
  repository.git(['tag', 'end'])
  repository.commit('after', { 'd.txt': 'two' })
  const looked = await lookThroughRange(repository, 'start..end')
  expect(blobsOf(looked)).toEqual(['b.txt: one', `folder/c.txt: ${LEAK}`])
  expect(looked.looked).toMatchObject({ commits: 1, blobs: 2, refs: ['start', 'end'] })
  expect(looked.notScanned).toEqual([])
  expect(await rangeOrigins(looked, LEAK)).toEqual([
    {
      path: 'folder/c.txt',
      commit,
      author: 'a',
      email: 'a@example.invalid',
      date: expect.stringMatching(/^2024-01-01T00:01:00(?:Z|\+00:00)$/),
      state: 'unpushed',
      inHead: true,
      before: [],
    },
  ])
})

test('brought in and taken out again within the range', async () => {
  const repository = newRange()
  repository.commit('in', { 'b.txt': LEAK })
  repository.git(['rm', '--quiet', 'b.txt'])
  repository.commit('out')
  const looked = await lookThroughRange(repository, 'HEAD~2..HEAD')
  expect(await rangeOrigins(looked, LEAK)).toMatchObject([{ path: 'b.txt', inHead: false, before: [] }])
})

test('one blob at two paths is handed over for each', async () => {
  const repository = newRange()
  repository.commit('twice', { 'b.txt': LEAK, 'c/.env': LEAK })
  expect(blobsOf(await lookThroughRange(repository, 'HEAD~1..HEAD'))).toEqual([`b.txt: ${LEAK}`, `c/.env: ${LEAK}`])
})

test('a mode change brings nothing in', async () => {
  const repository = newRange({ 'a.txt': LEAK })
  repository.git(['update-index', '--chmod=+x', 'a.txt'])
  repository.git(['commit', '--quiet', '-m', 'executable'])
  expect(blobsOf(await lookThroughRange(repository, 'HEAD~1..HEAD'))).toEqual([])
})

test('messages, authors and new names', async () => {
  const repository = newRange()
  const message = repository.commit(`why ${LEAK}`, { 'b.txt': 'b' })
  repository.git(['mv', 'b.txt', `${LEAK}.txt`])
  const name = repository.commit('move')
  const looked = await lookThroughRange(repository, 'HEAD~2..HEAD')
  expect(holding(looked, LEAK).map(one => one.kind)).toEqual(['name', 'commit'])
  const origins = await rangeOrigins(looked, LEAK)
  expect(origins).toMatchObject([
    { in: 'file name', commit: name },
    { in: 'commit message', commit: message, author: 'a' },
  ])
  expect(JSON.stringify(origins)).not.toContain(LEAK)
})

test('an annotated tag as the end: its message too', async () => {
  const repository = newRange()
  repository.git(['tag', '--annotate', '-m', `tagged ${LEAK}`, 'v1'])
  const looked = await lookThroughRange(repository, 'HEAD..v1')
  expect(holding(looked, LEAK).map(one => one.kind)).toEqual(['tag'])
  expect(await rangeOrigins(looked, LEAK)).toEqual([{ in: 'tag message', state: 'unpushed' }])
})

test('nothing between two that are the same', async () => {
  const { shown, looked, notScanned } = await lookThroughRange(newRange(), 'HEAD..main')
  expect([shown, looked.commits, notScanned]).toEqual([[], 0, []])
})

test('states: pushed, unpushed, the commit that HEAD is on', async () => {
  const clone = newRange().clone('clone')
  clone.commit('pushed', { 'b.txt': `${LEAK} pushed` })
  clone.git(['push', '--quiet', 'origin', 'HEAD:refs/heads/topic'])
  clone.commit('unpushed', { 'c.txt': `${LEAK} unpushed` })
  clone.commit('head', { 'd.txt': `${LEAK} head` })
  const looked = await lookThroughRange(clone, 'origin/main..HEAD')
  for (const state of ['pushed', 'unpushed', 'head']) {
    expect(await rangeOrigins(looked, `${LEAK} ${state}`)).toMatchObject([{ state }])
  }
})

test('submodules are named, Git LFS pointers said', async () => {
  const repository = newRange()
  repository.git(['update-index', '--add', '--cacheinfo', `160000,${'1'.repeat(40)},libraries/one`])
  repository.commit('more', { 'big.bin': `version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\n` })
  repository.git(['update-index', '--add', '--cacheinfo', `160000,${'1'.repeat(40)},libraries/one`])
  repository.git(['commit', '--quiet', '-m', 'submodule'])
  const { looked, notScanned } = await lookThroughRange(repository, 'HEAD~2..HEAD')
  expect(looked.submodules).toEqual(['libraries/one'])
  expect(notScanned).toEqual([{ what: 'big.bin', why: expect.stringContaining('Git LFS') }])
})

test('odd paths', async () => {
  const repository = newRange()
  repository.write(Buffer.from('caf\xe9', 'latin1'), LEAK)
  repository.commit('odd', { 'line\nfeed': LEAK, '-dash': LEAK, '"q"': LEAK })
  const looked = await lookThroughRange(repository, 'HEAD~1..HEAD')
  const paths = ['"q"', '-dash', 'caf\\xe9', 'line\nfeed']
  const origins = await rangeOrigins(looked, LEAK)
  expect(origins.map(one => one.path).sort()).toEqual(paths)
  expect(origins.every(one => one.inHead)).toBe(true)
})

test('a replaced commit is read as it is', async () => {
  const repository = newRange()
  const commit = repository.commit('in', { 'b.txt': LEAK })
  repository.git(['replace', commit, 'HEAD~1'])
  const looked = await lookThroughRange(repository, `${commit}~1..${commit}`)
  expect(blobsOf(looked)).toEqual([`b.txt: ${LEAK}`])
})

test('a bad range is an error, never clean', async () => {
  const repository = newRange()
  for (const range of [
    'HEAD',
    'nowhere..HEAD',
    'HEAD..nowhere',
    '--all..HEAD',
    'HEAD..--output=x',
    'HEAD:a.txt..HEAD',
  ]) {
    await expect(lookThroughRange(repository, range)).rejects.toThrow(UsageError)
  }
  await expect(lookThroughRange(repository, `${'1'.repeat(40)}..HEAD`)).rejects.toThrow(/not in this repository/)
})
