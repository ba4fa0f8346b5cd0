import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeLeak } from '../../fixtures/leaks/make-leak.ts'
import { makeDelta } from '../../fixtures/packs/make-delta.ts'
import { makePack } from '../../fixtures/packs/make-pack.ts'
import { newRepository } from '../../fixtures/repositories/new-repository.ts'
import { layPacks } from './pack/lay-packs.ts'
import { reportOf } from './pack/scan-both-ways.ts'

const PARTS = [
  { mode: 'range', range: 'HEAD~1..HEAD' },
  { mode: 'history', branch: 'HEAD' },
  { mode: 'history', since: '2000-01-01' },
] as const

/** Git would follow the deltas of one file for ever, be it asked for the file or for files that are like it. All at once, as it takes seconds of silence. */
test('a circle of deltas is no end of a part of a history', async () => {
  const repository = newRepository()
  repository.commit('first', { 'a.txt': 'nothing\n' })
  repository.commit('second', { 'round.txt': 'to be forged\n', 'key.txt': `token = "${makeLeak(1)}"\n` })
  const id = repository.git(['rev-parse', 'HEAD:round.txt'])
  const objects = join(repository.path, '.git', 'objects')
  rmSync(join(objects, id.slice(0, 2), id.slice(2)))
  const other = 'ab'.repeat(20)
  const content = makeDelta([20, 20], [{ from: 0, length: 20 }])
  const entries = [
    { kind: { base: other }, content, id },
    { kind: { base: id }, content, id: other },
  ]
  layPacks(objects, [makePack(entries)])
  const reports = await Promise.all(PARTS.map(options => reportOf(repository.path, options)))
  for (const [i, { findings, notScanned }] of reports.entries()) {
    expect(findings).toHaveLength(1)
    const what = PARTS[i]!.mode === 'range' ? 'round.txt' : id
    expect(notScanned).toEqual([{ what, why: 'damaged: a delta that is made from itself' }])
  }
})
