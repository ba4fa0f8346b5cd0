import { expect, test } from 'vitest'
import type { TestRepository } from '../../../fixtures/repositories/create-repository.ts'
import { lookThroughRange, rangeOrigins } from '../history/look-through.ts'
import { blobsOf, newRange } from './new-range.ts'

const LEAK = 'leak-of-a-test'
/** Enough lines for git to see that two files are alike. */
const LINES = Array.from({ length: 20 }, (_, n) => `line ${n}\n`).join('')

const id = (repository: TestRepository, revision: string): string => repository.git(['rev-parse', revision])

test('an edit: the old version is what stood there before', async () => {
  const repository = newRange({ 'a.txt': LEAK })
  const before = id(repository, 'HEAD:a.txt')
  repository.commit('edit', { 'a.txt': `${LEAK} and more` })
  expect(await rangeOrigins(await lookThroughRange(repository, 'HEAD~1..'), LEAK)).toMatchObject([{ before: [before] }])
})

test('a rename with a change, whatever is configured', async () => {
  const repository = newRange({ 'old.txt': `${LINES}${LEAK}` })
  const before = id(repository, 'HEAD:old.txt')
  repository.git(['config', 'diff.renames', 'false'])
  repository.git(['config', 'diff.renameLimit', '1'])
  repository.git(['mv', 'old.txt', 'new.txt'])
  repository.commit('move', { 'new.txt': `${LINES}${LEAK} changed` })
  const looked = await lookThroughRange(repository, 'HEAD~1..HEAD')
  expect(await rangeOrigins(looked, LEAK)).toMatchObject([{ path: 'new.txt', before: [before] }])
})

test('a rename without a change: handed over under its new path, which may be a sensitive one', async () => {
  const repository = newRange({ 'settings.txt': LEAK })
  repository.git(['mv', 'settings.txt', '.env'])
  repository.commit('move')
  const looked = await lookThroughRange(repository, 'HEAD~1..HEAD')
  expect(blobsOf(looked)).toEqual([`.env: ${LEAK}`])
  expect(await rangeOrigins(looked, LEAK)).toMatchObject([{ before: [id(repository, 'HEAD:.env')] }])
})

test('a copy of a file that no commit of the range touches, and one that the same commit changes', async () => {
  const repository = newRange({ 'still.txt': LEAK, 'changed.txt': `${LINES}${LEAK}` })
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
  const repository = newRange({ 'a.txt': LEAK })
  repository.commit('out', { 'a.txt': 'clean' })
  repository.commit('back', { 'b.txt': LEAK })
  expect(await rangeOrigins(await lookThroughRange(repository, 'HEAD~1..HEAD'), LEAK)).toMatchObject([
    { path: 'b.txt', before: [] },
  ])
})

test('a file moved on under a name that had it before: the old name can be read', async () => {
  const repository = newRange({ [`old-${LEAK}.txt`]: 'x' })
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
