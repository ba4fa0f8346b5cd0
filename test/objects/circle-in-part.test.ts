import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeLeak } from '../../fixtures/leaks/make-leak.ts'
import { makeDelta } from '../../fixtures/packs/make-delta.ts'
import { makePack } from '../../fixtures/packs/make-pack.ts'
import { newRepository } from '../git-situations/new-repository.ts'
import { layPacks } from './pack/lay-packs.ts'
import { reportOf } from './pack/scan-both-ways.ts'

/** Git would follow the deltas of one file for ever, be it asked for the file or for files that are like it. */
test.concurrent.each([
  ['a range', 'round.txt', { mode: 'range', range: 'HEAD~1..HEAD' }],
  ['a branch', undefined, { branch: 'HEAD' }],
  ['what came since a date', undefined, { since: '2000-01-01' }],
] as const)('a circle of deltas is no end of %s', async (_, path, options) => {
  const repository = newRepository()
  repository.commit('first', { 'a.txt': 'nothing\n' })
  repository.commit('second', { 'round.txt': 'to be forged\n', 'key.txt': `token = "${makeLeak(1)}"\n` })
  const id = repository.git(['rev-parse', 'HEAD:round.txt'])
  const objects = join(repository.path, '.git', 'objects')
  rmSync(join(objects, id.slice(0, 2), id.slice(2)))
  const other = 'ab'.repeat(20)
  const content = makeDelta([20, 20], [{ from: 0, length: 20 }])
  layPacks(objects, [
    makePack([
      { kind: { base: other }, content, id },
      { kind: { base: id }, content, id: other },
    ]),
  ])
  const { findings, notScanned } = await reportOf(repository.path, options)
  expect(findings).toHaveLength(1)
  expect(notScanned).toEqual([{ what: path ?? id, why: 'damaged: a delta that is made from itself' }])
})
