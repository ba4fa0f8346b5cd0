import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { leakyBlob, leakyDelta, leakyFile, leakyId } from '../../../fixtures/packs/leaky-blob.ts'
import { type Entry, type Format, makePack } from '../../../fixtures/packs/make-pack.ts'
import { newRepository } from '../../../fixtures/repositories/new-repository.ts'
import { layLoose, layPacks } from './lay-packs.ts'
import { type Said, scanByGit, scanDirectly } from './scan-both-ways.ts'

const idsOf = (...numbers: readonly number[]): string[] => numbers.map(number => leakyId(number)).sort()

function bare(format: Format = 'sha1'): { readonly path: string; readonly objects: string } {
  const { path } = newRepository({ bare: true, objectFormat: format })
  return { path, objects: join(path, 'objects') }
}

/** Everything is found once, in either way. */
async function expectFound(path: string, ids: readonly string[]): Promise<void> {
  const said: Said = { found: [...ids], notScanned: [], blobs: ids.length }
  expect(await scanDirectly(path)).toEqual(said)
  expect(await scanByGit(path)).toEqual(said)
}

test.each([
  ['of version 1', { indexVersion: 1 }],
  ['of version 2', { indexVersion: 2 }],
  ['with offsets of 64 bits', { largeOffsets: true }],
] as const)('an index %s', async (_, options) => {
  const { path, objects } = bare()
  layPacks(objects, [
    makePack([leakyBlob(1), leakyDelta(2, 1, { back: 1 }), leakyDelta(3, 1, { back: 2 }), leakyBlob(4)], options),
  ])
  await expectFound(path, idsOf(1, 2, 3, 4))
})

test.each([1, 2] as const)('ids of SHA-256, an index of version %i', async indexVersion => {
  const { path, objects } = bare('sha256')
  const entries = [leakyBlob(1), leakyDelta(2, 1, { back: 1 }, 'sha256'), leakyDelta(3, 2, undefined, 'sha256')]
  const { ids, ...pack } = makePack(entries, { format: 'sha256', indexVersion })
  layPacks(objects, [pack])
  await expectFound(path, ids.toSorted())
})

test('a delta that names its base by id: before it, after it, of another delta', async () => {
  const { path, objects } = bare()
  layPacks(objects, [makePack([leakyDelta(2, 1), leakyDelta(3, 2), leakyBlob(1), leakyDelta(4, 1)])])
  await expectFound(path, idsOf(1, 2, 3, 4))
})

test('a delta whose base lies in another pack, or is loose: git cannot read it either, and it is said', async () => {
  const { path, objects } = bare()
  layPacks(objects, [
    makePack([leakyDelta(2, 1), leakyDelta(5, 4), leakyDelta(6, 5, { back: 1 })]),
    makePack([leakyBlob(1), leakyDelta(3, 1)]),
  ])
  layLoose(objects, 'blob', leakyFile(4))
  const said = await scanDirectly(path)
  expect(said).toMatchObject({ found: idsOf(1, 3, 4), notScanned: idsOf(2, 5, 6) })
  expect(await scanByGit(path)).toMatchObject({ found: said.found, notScanned: said.notScanned })
})

test('what several packs hold, and is loose as well, is one object', async () => {
  const { path, objects } = bare()
  layPacks(objects, [
    makePack([leakyBlob(1), leakyDelta(2, 1, { back: 1 })]),
    makePack([leakyBlob(2), leakyDelta(1, 2), leakyBlob(3)]),
    makePack([leakyBlob(3), leakyBlob(1), leakyDelta(4, 1, { back: 1 })]),
  ])
  layLoose(objects, 'blob', leakyFile(2))
  layLoose(objects, 'blob', leakyFile(5))
  await expectFound(path, idsOf(1, 2, 3, 4, 5))
})

test('a multi-pack-index, a pack to be kept and a pack of what nothing leads to', async () => {
  const { path, objects } = bare()
  const [kept, cruft] = layPacks(objects, [
    makePack([leakyBlob(1), leakyBlob(2)]),
    makePack([leakyBlob(3)]),
    makePack([leakyBlob(4)]),
  ])
  const repository = newRepository()
  repository.git(['multi-pack-index', 'write', `--object-dir=${objects}`], { cwd: path })
  writeFileSync(kept!.replace(/pack$/, 'keep'), 'on purpose\n')
  // Of one object: its header, when it was last needed, two checksums.
  writeFileSync(cruft!.replace(/pack$/, 'mtimes'), Buffer.from('MTME\0\0\0\x01\0\0\0\x01\0\0\0\x01', 'latin1'))
  layPacks(join(objects, '..', 'other'), [])
  await expectFound(path, idsOf(1, 2, 3, 4))
})

test('alternates of alternates, with packs and loose objects', async () => {
  const [first, second, third] = [bare(), bare(), bare()]
  layPacks(first.objects, [makePack([leakyBlob(1), leakyDelta(2, 1, { back: 1 })])])
  layPacks(second.objects, [makePack([leakyDelta(3, 2), leakyBlob(2)])])
  layLoose(second.objects, 'blob', leakyFile(4))
  layPacks(third.objects, [makePack([leakyBlob(5), leakyDelta(6, 5)])])
  for (const [from, to] of [
    [third, second],
    [second, first],
  ] as const) {
    mkdirSync(join(from.objects, 'info'), { recursive: true })
    appendFileSync(join(from.objects, 'info', 'alternates'), `${to.objects}\n`)
  }
  await expectFound(third.path, idsOf(1, 2, 3, 4, 5, 6))
})

test('more packs than are opened at once', async () => {
  const { path, objects } = bare()
  const packs = Array.from({ length: 520 }, (_, i) => {
    const harmless: Entry = { kind: 'blob', content: Buffer.from(`pack ${i}\n`) }
    return makePack(i % 100 === 19 ? [harmless, leakyBlob(i)] : [harmless])
  })
  layPacks(objects, packs)
  const found = idsOf(19, 119, 219, 319, 419, 519)
  const said: Said = { found, notScanned: [], blobs: 526 }
  expect(await scanDirectly(path)).toEqual(said)
  expect(await scanByGit(path)).toEqual(said)
})
