import { expect, onTestFinished, test } from 'vitest'
import { UsageError } from '../../../src/errors/usage-error.ts'
import { createRepository, type TestRepository } from '../../repositories/create-repository.ts'
import { holding, type LookedThrough, lookThroughRange, rangeOrigins } from '../history/look-through.ts'

const LEAK = 'leak-of-a-test'
/** Enough lines for git to see that two files are alike. */
const LINES = Array.from({ length: 20 }, (_, n) => `line ${n}\n`).join('')

function newRepository(files: Readonly<Record<string, string>> = { 'a.txt': 'base' }): TestRepository {
  const repository = createRepository()
  onTestFinished(() => repository.dispose())
  repository.commit('root', files)
  return repository
}

const id = (repository: TestRepository, revision: string): string => repository.git(['rev-parse', revision])
const blobs = ({ shown }: LookedThrough): string[] =>
  shown
    .filter(one => one.kind === 'blob')
    .map(one => `${one.path}: ${one.text}`)
    .sort()

test('what the commits bring in: not what was there, nor what is there later', async () => {
  const repository = newRepository()
  repository.git(['tag', 'start'])
  const commit = repository.commit('in the range', { 'b.txt': 'one', 'folder/c.txt': LEAK })
  repository.git(['tag', 'end'])
  repository.commit('after', { 'd.txt': 'two' })
  const looked = await lookThroughRange(repository, 'start..end')
  expect(blobs(looked)).toEqual(['b.txt: one', `folder/c.txt: ${LEAK}`])
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
  const repository = newRepository()
  repository.commit('in', { 'b.txt': LEAK })
  repository.git(['rm', '--quiet', 'b.txt'])
  repository.commit('out')
  const looked = await lookThroughRange(repository, 'HEAD~2..HEAD')
  expect(await rangeOrigins(looked, LEAK)).toMatchObject([{ path: 'b.txt', inHead: false, before: [] }])
})

test('an edit: the old version is what stood there before', async () => {
  const repository = newRepository({ 'a.txt': LEAK })
  const before = id(repository, 'HEAD:a.txt')
  repository.commit('edit', { 'a.txt': `${LEAK} and more` })
  expect(await rangeOrigins(await lookThroughRange(repository, 'HEAD~1..'), LEAK)).toMatchObject([{ before: [before] }])
})

test('a rename with a change, whatever is configured', async () => {
  const repository = newRepository({ 'old.txt': `${LINES}${LEAK}` })
  const before = id(repository, 'HEAD:old.txt')
  repository.git(['config', 'diff.renames', 'false'])
  repository.git(['config', 'diff.renameLimit', '1'])
  repository.git(['mv', 'old.txt', 'new.txt'])
  repository.commit('move', { 'new.txt': `${LINES}${LEAK} changed` })
  const looked = await lookThroughRange(repository, 'HEAD~1..HEAD')
  expect(await rangeOrigins(looked, LEAK)).toMatchObject([{ path: 'new.txt', before: [before] }])
})

test('a rename without a change: handed over under its new path, which may be a sensitive one', async () => {
  const repository = newRepository({ 'settings.txt': LEAK })
  repository.git(['mv', 'settings.txt', '.env'])
  repository.commit('move')
  const looked = await lookThroughRange(repository, 'HEAD~1..HEAD')
  expect(blobs(looked)).toEqual([`.env: ${LEAK}`])
  expect(await rangeOrigins(looked, LEAK)).toMatchObject([{ before: [id(repository, 'HEAD:.env')] }])
})

test('a copy of a file that no commit of the range touches, and one that the same commit changes', async () => {
  const repository = newRepository({ 'still.txt': LEAK, 'changed.txt': `${LINES}${LEAK}` })
  const [still, changed] = [id(repository, 'HEAD:still.txt'), id(repository, 'HEAD:changed.txt')]
  repository.commit('copies', {
    'copy-of-still.txt': LEAK,
    'copy-of-changed.txt': `${LINES}${LEAK} in the copy`,
    'changed.txt': `${LINES}clean`,
  })
  const origins = await rangeOrigins(await lookThroughRange(repository, 'HEAD~1..HEAD'), LEAK)
  expect(origins).toHaveLength(2)
  expect(origins).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ path: 'copy-of-still.txt', before: [still] }),
      expect.objectContaining({ path: 'copy-of-changed.txt', before: [changed] }),
    ]),
  )
})

test('taken out before the range, brought back in it: new', async () => {
  const repository = newRepository({ 'a.txt': LEAK })
  repository.commit('out', { 'a.txt': 'clean' })
  repository.commit('back', { 'b.txt': LEAK })
  expect(await rangeOrigins(await lookThroughRange(repository, 'HEAD~1..HEAD'), LEAK)).toMatchObject([
    { path: 'b.txt', before: [] },
  ])
})

test('one blob at two paths is handed over for each', async () => {
  const repository = newRepository()
  repository.commit('twice', { 'b.txt': LEAK, 'c/.env': LEAK })
  expect(blobs(await lookThroughRange(repository, 'HEAD~1..HEAD'))).toEqual([`b.txt: ${LEAK}`, `c/.env: ${LEAK}`])
})

test('a mode change brings nothing in', async () => {
  const repository = newRepository({ 'a.txt': LEAK })
  repository.git(['update-index', '--chmod=+x', 'a.txt'])
  repository.git(['commit', '--quiet', '-m', 'executable'])
  expect(blobs(await lookThroughRange(repository, 'HEAD~1..HEAD'))).toEqual([])
})

function conflicting(): TestRepository {
  const repository = newRepository({ 'a.txt': 'base\n' })
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
  expect(blobs(looked)).toEqual(['a.txt: leak-of-a-test', 'a.txt: theirs\n', 'theirs.txt: theirs'])
})

test('a merge that brings the other branch over brings each thing in once, with its own commit', async () => {
  const repository = newRepository()
  repository.git(['checkout', '--quiet', '-b', 'topic'])
  const commit = repository.commit('theirs', { 'b.txt': LEAK })
  repository.git(['checkout', '--quiet', 'main'])
  repository.git(['merge', '--quiet', '--no-ff', '-m', 'merge', 'topic'])
  const looked = await lookThroughRange(repository, 'HEAD^1..HEAD')
  expect(await rangeOrigins(looked, LEAK)).toMatchObject([{ commit, path: 'b.txt' }])
  expect(looked.looked.commits).toBe(2)
})

test('main merged into a branch: what main had is not in the range', async () => {
  const repository = newRepository()
  repository.git(['checkout', '--quiet', '-b', 'topic'])
  repository.commit('topic', { 'topic.txt': 'topic' })
  repository.git(['checkout', '--quiet', 'main'])
  repository.commit('main', { 'b.txt': LEAK })
  repository.git(['checkout', '--quiet', 'topic'])
  repository.git(['merge', '--quiet', '-m', 'merge', 'main'])
  expect(blobs(await lookThroughRange(repository, 'main..topic'))).toEqual(['topic.txt: topic'])
})

test('messages, authors and new names', async () => {
  const repository = newRepository()
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

test('a file moved on under a name that had it before: the old name can be read', async () => {
  const repository = newRepository({ [`old-${LEAK}.txt`]: 'x' })
  repository.git(['mv', `old-${LEAK}.txt`, `new-${LEAK}.txt`])
  repository.commit('move')
  const looked = await lookThroughRange(repository, 'HEAD~1..HEAD')
  const [origin] = await rangeOrigins(looked, LEAK)
  const names: string[] = []
  await looked.source.read(
    new Set(origin!.before),
    blob => names.push(Buffer.from(blob.bytes).toString()),
    entry => expect.fail(entry.why),
  )
  await looked.source.close()
  expect(names).toEqual([`old-${LEAK}.txt`])
})

test('symmetric: either side, not what both have', async () => {
  const repository = newRepository()
  repository.git(['checkout', '--quiet', '-b', 'topic'])
  repository.commit('topic', { 'topic.txt': 'topic' })
  repository.git(['checkout', '--quiet', 'main'])
  repository.commit('main', { 'main.txt': 'main' })
  expect(blobs(await lookThroughRange(repository, 'main...topic'))).toEqual(['main.txt: main', 'topic.txt: topic'])
  expect(blobs(await lookThroughRange(repository, 'topic..'))).toEqual(['main.txt: main'])
})

test('histories that have nothing in common', async () => {
  const repository = newRepository()
  repository.git(['checkout', '--quiet', '--orphan', 'other'])
  repository.commit('other root', { 'b.txt': LEAK })
  const looked = await lookThroughRange(repository, 'main..other')
  expect(await rangeOrigins(looked, LEAK)).toMatchObject([{ path: 'b.txt', before: [] }])
  expect(await rangeOrigins(looked, 'base')).toMatchObject([{ path: 'a.txt', before: [id(repository, 'main:a.txt')] }])
})

test('an annotated tag as the end: its message too', async () => {
  const repository = newRepository()
  repository.git(['tag', '--annotate', '-m', `tagged ${LEAK}`, 'v1'])
  const looked = await lookThroughRange(repository, 'HEAD..v1')
  expect(holding(looked, LEAK).map(one => one.kind)).toEqual(['tag'])
  expect(await rangeOrigins(looked, LEAK)).toEqual([{ in: 'tag message', state: 'unpushed' }])
})

test('nothing between two that are the same', async () => {
  const { shown, looked, notScanned } = await lookThroughRange(newRepository(), 'HEAD..main')
  expect([shown, looked.commits, notScanned]).toEqual([[], 0, []])
})

test('states: pushed, unpushed, the commit that HEAD is on', async () => {
  const clone = newRepository().clone('clone')
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
  const repository = newRepository()
  repository.git(['update-index', '--add', '--cacheinfo', `160000,${'1'.repeat(40)},libraries/one`])
  repository.commit('more', { 'big.bin': `version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\n` })
  repository.git(['update-index', '--add', '--cacheinfo', `160000,${'1'.repeat(40)},libraries/one`])
  repository.git(['commit', '--quiet', '-m', 'submodule'])
  const { looked, notScanned } = await lookThroughRange(repository, 'HEAD~2..HEAD')
  expect(looked.submodules).toEqual(['libraries/one'])
  expect(notScanned).toEqual([{ what: 'big.bin', why: expect.stringContaining('Git LFS') }])
})

test('odd paths', async () => {
  const repository = newRepository()
  repository.write(Buffer.from('caf\xe9', 'latin1'), LEAK)
  repository.commit('odd', { 'line\nfeed': LEAK, '-dash': LEAK, '"q"': LEAK })
  const looked = await lookThroughRange(repository, 'HEAD~1..HEAD')
  const paths = ['"q"', '-dash', 'caf\\xe9', 'line\nfeed']
  const origins = await rangeOrigins(looked, LEAK)
  expect(origins.map(one => one.path).sort()).toEqual(paths)
  expect(origins.every(one => one.inHead)).toBe(true)
})

test('a replaced commit is read as it is', async () => {
  const repository = newRepository()
  const commit = repository.commit('in', { 'b.txt': LEAK })
  repository.git(['replace', commit, 'HEAD~1'])
  const looked = await lookThroughRange(repository, `${commit}~1..${commit}`)
  expect(blobs(looked)).toEqual([`b.txt: ${LEAK}`])
})

test('a bad range is an error, never clean', async () => {
  const repository = newRepository()
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
