import { join } from 'node:path'
import { expect, test } from 'vitest'
import { leakyBlob, leakyFile, leakyId } from '../../../fixtures/packs/leaky-blob.ts'
import { makeDelta } from '../../../fixtures/packs/make-delta.ts'
import { type Entry, makePack } from '../../../fixtures/packs/make-pack.ts'
import { newRepository } from '../../../fixtures/repositories/new-repository.ts'
import { layPacks } from './lay-packs.ts'
import { reportOf, saidIn } from './scan-both-ways.ts'

const { length } = leakyFile(1)
const copy = makeDelta([length, length], [{ from: 0, length }])
const idOf = (number: number): string => `bad${number}`.repeat(10)

test('what could not be read is said again by every scan, whatever is remembered', async () => {
  const { path } = newRepository({ bare: true })
  const bad: readonly Entry[] = [
    { kind: { base: leakyId(1) }, content: makeDelta([length, length], [{ from: 9, length }]), id: idOf(0) },
    { kind: { back: 1 }, content: copy, id: idOf(1) },
    { kind: { base: idOf(3) }, content: copy, id: idOf(2) },
    { kind: { base: idOf(2) }, content: copy, id: idOf(3) },
    { kind: 'blob', content: leakyFile(1), id: idOf(4), size: 2 ** 40 },
  ]
  const harmless: Entry = { kind: 'blob', content: Buffer.from('harmless\n') }
  const [, broken] = layPacks(join(path, 'objects'), [
    makePack([leakyBlob(1), harmless, ...bad]),
    { ...makePack([leakyBlob(7)]), pack: makePack([leakyBlob(8)]).pack },
  ])
  const said = { found: [leakyId(1)], notScanned: [broken, ...bad.map(({ id }) => id)].sort(), blobs: 2 }
  for (const _ of [1, 2, 3]) expect(saidIn(await reportOf(path, { withoutCache: false }))).toEqual(said)
})
