import { rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { leakyBlob, leakyDelta, leakyId } from '../../../fixtures/packs/leaky-blob.ts'
import { type Entry, makePack } from '../../../fixtures/packs/make-pack.ts'
import { newRepository } from '../../../fixtures/repositories/new-repository.ts'
import { layPacks } from './lay-packs.ts'
import { scanByGit, scanDirectly } from './scan-both-ways.ts'

const GOOD: readonly Entry[] = [leakyBlob(1), leakyDelta(2, 1, { back: 1 }), leakyBlob(3)]

test.each<[string, (pack: string) => void]>([
  ['cut off', pack => truncateSync(pack, 60)],
  ['empty', pack => truncateSync(pack, 0)],
  ['gone, its index still there', pack => rmSync(pack)],
  [
    'another than its index is for',
    pack => writeFileSync(pack, makePack([leakyBlob(7), leakyBlob(8), leakyBlob(9)]).pack),
  ],
  ['longer than its index says', pack => writeFileSync(pack, makePack([...GOOD, leakyBlob(7)]).pack)],
  ['of a version to come', pack => writeFileSync(pack, Buffer.from(makePack(GOOD).pack).fill(9, 7, 8))],
])('a pack that is %s: said, and the others are scanned', async (_, damage) => {
  const { path } = newRepository({ bare: true })
  const [bad] = layPacks(join(path, 'objects'), [makePack(GOOD), makePack([leakyBlob(5), leakyBlob(3)])])
  damage(bad!)
  const found = [leakyId(3), leakyId(5)].sort()
  expect(await scanDirectly(path)).toEqual({ found, notScanned: [expect.stringContaining('pack-0000')], blobs: 2 })
  // Git says it of each of its objects.
  const said = await scanByGit(path)
  expect(said).toMatchObject({ found, blobs: 2 })
  expect(said.notScanned.length).toBeGreaterThan(0)
})

test.each<[string, (index: Buffer) => Buffer]>([
  ['cut off', index => index.subarray(0, 1000)],
  ['with a fan-out that descends', index => Buffer.from(index).fill(0xff, 8, 12)],
  ['of a version to come', index => Buffer.from(index).fill(9, 7, 8)],
])('an index that is %s: said, and the other packs are scanned', async (_, damage) => {
  const { path } = newRepository({ bare: true })
  const { pack, index } = makePack(GOOD)
  layPacks(join(path, 'objects'), [{ pack, index: damage(index) }, makePack([leakyBlob(5)])])
  const said = await scanDirectly(path)
  expect(said.found).toEqual([leakyId(5)])
  expect(said.notScanned.length).toBeGreaterThan(0)
  expect(await scanByGit(path)).toEqual(said)
})
