import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { leakyBlob, leakyDelta, leakyFile, leakyId } from '../../../fixtures/packs/leaky-blob.ts'
import { makeDelta } from '../../../fixtures/packs/make-delta.ts'
import { type Entry, makePack, objectId } from '../../../fixtures/packs/make-pack.ts'
import { newRepository } from '../../git-situations/new-repository.ts'
import { layPacks } from './lay-packs.ts'
import { scanByGit, scanDirectly } from './scan-both-ways.ts'

const GOOD: readonly Entry[] = [leakyBlob(1), leakyDelta(2, 1, { back: 1 }), leakyBlob(3)]
const GOOD_IDS = [1, 2, 3].map(number => leakyId(number)).sort()
const BAD_ID = 'bad0'.repeat(10)
const WORSE_ID = 'bad1'.repeat(10)

function bare(): { readonly path: string; readonly objects: string } {
  const { path } = newRepository({ bare: true })
  return { path, objects: join(path, 'objects') }
}

const KB = 1024
const size = leakyFile(1).length
const whole = { from: 0, length: size }
/** Deflates to a thousandth. */
const zeros = Buffer.alloc(64 * KB)
/** Made of the first, 256 of it: a kilobyte of them is all the memory there is. */
const swell = (of: number): Buffer =>
  makeDelta([of, of * 256], Array.from({ length: 256 }, () => [{ from: 0, length: of }]).flat())

const near = (content: Uint8Array, id = BAD_ID, more: Partial<Entry> = {}): Entry => ({
  kind: { base: leakyId(1) },
  content,
  id,
  ...more,
})

test.each<[string, readonly Entry[]]>([
  ['a delta that copies beyond its base', [near(makeDelta([size, size], [{ from: 10, length: size }]))]],
  ['a delta that makes less than it says', [near(makeDelta([size, 2 * size], [whole]))]],
  ['a delta that makes more than it says', [near(makeDelta([size, size], [whole, Buffer.from('more')]))]],
  ['a delta of a base of another size', [near(makeDelta([size + 1, size], [whole]))]],
  ['a delta that ends within a step', [near(makeDelta([size, size], [whole]).subarray(0, -1))]],
  ['a delta with a step that means nothing', [near(Buffer.concat([makeDelta([size, size], [whole]), Buffer.of(0)]))]],
  ['an empty delta', [near(Buffer.alloc(0))]],
  ['a delta whose base is not there', [near(makeDelta([size, size], [whole]), BAD_ID, { kind: { base: WORSE_ID } })]],
  [
    'a delta of one that is damaged',
    [near(Buffer.alloc(0)), near(makeDelta([size, size], [whole]), WORSE_ID, { kind: { back: 1 } })],
  ],
  ['no deflate stream', [{ kind: 'blob', content: zeros, id: BAD_ID, deflated: Buffer.from('no stream at all') }]],
  [
    'a stream that is cut off',
    [{ kind: 'blob', content: zeros, id: BAD_ID, deflated: deflateSync(zeros).subarray(0, 40) }],
  ],
  ['a header that says more than there is', [{ kind: 'blob', content: zeros, id: BAD_ID, size: 65 * KB }]],
  ['a header that says less than there is', [{ kind: 'blob', content: zeros, id: BAD_ID, size: 63 * KB }]],
  ['a header that says a terabyte', [{ kind: 'blob', content: zeros, id: BAD_ID, size: 2 ** 40 }]],
  ['a header that says more than numbers can', [{ kind: 'blob', content: zeros, id: BAD_ID, size: 2 ** 60 }]],
  ['a bomb of zeros', [{ kind: 'blob', content: Buffer.alloc(300 * KB * KB), id: BAD_ID }]],
])('%s: said by its id, the rest is scanned', async (_, bad) => {
  const { path, objects } = bare()
  layPacks(objects, [makePack([...GOOD, ...bad])])
  const said = await scanDirectly(path)
  expect(said).toEqual({ found: GOOD_IDS, notScanned: bad.map(({ id }) => id).sort(), blobs: GOOD.length })
  expect(await scanByGit(path)).toEqual(said)
})

test('a bomb of deltas: a kilobyte that would be a terabyte', async () => {
  const { path, objects } = bare()
  const ids = Array.from({ length: 3 }, (_, i) => `b0b${i}`.repeat(10))
  const swelling = ids.map((id, i) => ({ kind: { back: 1 }, content: swell(zeros.length * 256 ** i), id }))
  layPacks(objects, [makePack([...GOOD, { kind: 'blob', content: zeros }, ...swelling])])
  const said = await scanDirectly(path)
  expect(said).toEqual({ found: GOOD_IDS, notScanned: ids.slice(1), blobs: GOOD.length + 2 })
})

test('deltas that are made from themselves, by one another or at once, and what hangs on them', async () => {
  const { path, objects } = bare()
  const ids = Array.from({ length: 4 }, (_, i) => `100${i}`.repeat(10))
  const content = makeDelta([size, size], [whole])
  const loop = [1, 0, 2, 0].map((base, i): Entry => ({ kind: { base: ids[base]! }, content, id: ids[i]! }))
  layPacks(objects, [makePack([...loop, ...GOOD])])
  // Git goes round and round without end, so that it is never asked for one.
  expect(await scanDirectly(path)).toEqual({ found: GOOD_IDS, notScanned: ids, blobs: GOOD.length })
})

test('a chain of a hundred thousand deltas', { timeout: 120_000 }, async () => {
  const { path, objects } = bare()
  const start = Buffer.from('000000 the beginning\n')
  const chain = Array.from({ length: 100_000 }, (_, i): Entry => {
    const last = i === 99_999
    const content = last ? leakyFile(9) : Buffer.from(`${String(i).padStart(6, '0')} the beginning\n`)
    const step = last ? [content] : [content.subarray(0, 6), { from: 6, length: start.length - 6 }]
    return {
      kind: { back: 1 },
      content: makeDelta([start.length, content.length], step),
      id: objectId('blob', content),
    }
  })
  chain.shift()
  layPacks(objects, [makePack([{ kind: 'blob', content: start }, ...chain])])
  expect(await scanDirectly(path)).toEqual({ found: [leakyId(9)], notScanned: [], blobs: 100_000 })
})

test('without checksums of packed bytes, as in an index of version 1, those of the content count', async () => {
  const { path, objects } = bare()
  const deflated = Buffer.concat([deflateSync(zeros).subarray(0, -1), Buffer.of(9)])
  layPacks(objects, [makePack([...GOOD, { kind: 'blob', content: zeros, id: BAD_ID, deflated }], { indexVersion: 1 })])
  const said = await scanDirectly(path)
  expect(said).toEqual({ found: GOOD_IDS, notScanned: [BAD_ID], blobs: GOOD.length })
  expect(await scanByGit(path)).toEqual(said)
})

test.each<[string, (index: Buffer) => Buffer]>([
  ['cut off', index => index.subarray(0, 1000)],
  ['empty', () => Buffer.alloc(0)],
  ['with a fan-out that descends', index => Buffer.from(index).fill(0xff, 8, 12)],
  ['of a version to come', index => Buffer.from(index).fill(9, 7, 8)],
])('an index that is %s: said, and the other packs are scanned', async (_, damage) => {
  const { path, objects } = bare()
  const { pack, index } = makePack(GOOD)
  layPacks(objects, [{ pack, index: damage(index) }, makePack([leakyBlob(5)])])
  const said = await scanDirectly(path)
  expect(said.found).toEqual([leakyId(5)])
  expect(said.notScanned.length).toBeGreaterThan(0)
  expect(await scanByGit(path)).toEqual(said)
})
