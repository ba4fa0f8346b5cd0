import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { leakyBlob, leakyDelta, leakyFile, leakyId } from '../../../fixtures/packs/leaky-blob.ts'
import { makeDelta } from '../../../fixtures/packs/make-delta.ts'
import { type Entry, makePack, objectId } from '../../../fixtures/packs/make-pack.ts'
import { stored } from '../../../fixtures/packs/stored.ts'
import { newRepository } from '../../../fixtures/repositories/new-repository.ts'
import { layPacks } from './lay-packs.ts'
import { type Said, scanByGit, scanDirectly } from './scan-both-ways.ts'

const KB = 1024
const zeros = Buffer.alloc(64 * KB)
const GOOD: readonly Entry[] = [
  leakyBlob(1),
  leakyDelta(2, 1, { back: 1 }),
  leakyBlob(3),
  { kind: 'blob', content: zeros },
]
const GOOD_IDS = [1, 2, 3].map(number => leakyId(number)).sort()

function bare(): { readonly path: string; readonly objects: string } {
  const { path } = newRepository({ bare: true })
  return { path, objects: join(path, 'objects') }
}

const size = leakyFile(1).length
const whole = { from: 0, length: size }
/** A delta that would be right. */
const copy = makeDelta([size, size], [whole])

const near = (content: Uint8Array): Omit<Entry, 'id'> => ({ kind: { base: leakyId(1) }, content })
const blob = (more: Partial<Entry>): Omit<Entry, 'id'> => ({ kind: 'blob', content: zeros, ...more })
/** An id that says where it belongs. */
const idOf = (number: number): string => number.toString(16).padStart(4, '0').repeat(10)
/** 256 times what it is made from, which stands right before it. */
const swelling = (base: number): Omit<Entry, 'id'> => ({
  kind: { back: 1 },
  content: makeDelta(
    [base, base * 256],
    Array.from({ length: 256 }, () => ({ from: 0, length: base })),
  ),
})

const BAD: Readonly<Record<string, Omit<Entry, 'id'>>> = {
  'a bomb of deltas: 16 MB of it': swelling(64 * KB),
  'a bomb of deltas: 4 GB of that': swelling(16 * KB * KB),
  'a bomb of deltas: a terabyte in the end': swelling(4 * KB * KB * KB),
  'a delta that copies beyond its base': near(makeDelta([size, size], [{ from: 10, length: size }])),
  'a delta that makes less than it says': near(makeDelta([size, 2 * size], [whole])),
  'a delta that makes more than it says': near(makeDelta([size, size], [whole, Buffer.from('more')])),
  'a delta of a base of another size': near(makeDelta([size + 1, size], [whole])),
  'a delta that ends within a step': near(copy.subarray(0, -1)),
  'a delta with a step that means nothing': near(Buffer.concat([copy, Buffer.of(0)])),
  'an empty delta': near(Buffer.alloc(0)),
  'a delta of one that is damaged': { kind: { back: 1 }, content: copy },
  'a delta whose base is not there': { kind: { base: idOf(0xffff) }, content: copy },
  'a delta of one whose base is not there': { kind: { back: 1 }, content: copy },
  'no deflate stream': blob({ deflated: Buffer.from('no stream at all') }),
  'a stream that is cut off': blob({ deflated: deflateSync(zeros).subarray(0, 40) }),
  'a header that says more than there is': blob({ size: 65 * KB }),
  'a header that says less than there is': blob({ size: 63 * KB }),
  'a header that says a terabyte': blob({ size: 2 ** 40 }),
  'a header that says more than numbers can': blob({ size: 2 ** 60 }),
  'a bomb of zeros': blob({ content: Buffer.alloc(20 * KB * KB) }),
}

const NAMES = new Map(Object.keys(BAD).map((name, number) => [idOf(number), name]))

/** With names in place of ids. */
function named({ notScanned, ...said }: Said): Said {
  return { ...said, notScanned: notScanned.map(id => NAMES.get(id) ?? id).sort() }
}

test('whatever is wrong with an entry: it is said by its id, and the rest is scanned', async () => {
  const { path, objects } = bare()
  writeFileSync(join(path, '.keyscan.toml'), `[limits]\nblob-bytes = ${KB * KB}\n`)
  const bad = Object.values(BAD).map((entry, number) => ({ ...entry, id: idOf(number) }))
  layPacks(objects, [makePack([...GOOD, ...bad])])
  const said = named(await scanDirectly(path))
  expect(said).toEqual({ found: GOOD_IDS, notScanned: Object.keys(BAD).sort(), blobs: GOOD.length })
  expect(named(await scanByGit(path))).toEqual(said)
})

test('without checksums of packed bytes, as in an index of version 1, those of the content count', async () => {
  const { path, objects } = bare()
  const deflated = Buffer.concat([deflateSync(zeros).subarray(0, -1), Buffer.of(9)])
  const bad: Entry = { kind: 'blob', content: zeros, id: idOf(0), deflated }
  layPacks(objects, [makePack([...GOOD, bad], { indexVersion: 1 })])
  const said = await scanDirectly(path)
  expect(said).toEqual({ found: GOOD_IDS, notScanned: [bad.id], blobs: GOOD.length })
  expect(await scanByGit(path)).toEqual(said)
})

test('deltas that are made from themselves, by one another or at once, and what hangs on them', async () => {
  const { path, objects } = bare()
  const ids = Array.from({ length: 4 }, (_, i) => idOf(i))
  const loop = [1, 0, 2, 0].map((base, i): Entry => ({ kind: { base: ids[base]! }, content: copy, id: ids[i]! }))
  layPacks(objects, [makePack([...loop, ...GOOD])])
  // Git goes round and round without end, so that it is never asked for one.
  expect(await scanDirectly(path)).toEqual({ found: GOOD_IDS, notScanned: ids, blobs: GOOD.length })
})

test('what is made from itself in one pack, and whole in another, is asked of nobody', async () => {
  const { path, objects } = bare()
  const loop = [leakyDelta(1, 2), leakyDelta(2, 1)]
  layPacks(objects, [makePack(GOOD), makePack(loop), makePack([leakyBlob(5), leakyBlob(1), leakyBlob(2)])])
  const found = [3, 5].map(number => leakyId(number)).sort()
  const notScanned = [1, 2].map(number => leakyId(number)).sort()
  expect(await scanDirectly(path)).toMatchObject({ found, notScanned })
})

const LENGTH = 100_000

test('a chain of a hundred thousand deltas', async () => {
  const { path, objects } = bare()
  const text = (number: number): Buffer => Buffer.from(`${String(number).padStart(6, '0')} in a row\n`)
  const { length } = text(0)
  const chain = Array.from({ length: LENGTH }, (_, number): Entry => {
    const last = number === LENGTH - 1
    const object = last ? leakyFile(9) : text(number)
    const steps = last ? [object] : [object.subarray(0, 6), { from: 6, length: length - 6 }]
    const content = number === 0 ? object : makeDelta([length, object.length], steps)
    const id = objectId('blob', object)
    return { kind: number === 0 ? 'blob' : { back: 1 }, content, id, deflated: stored(content) }
  })
  layPacks(objects, [makePack(chain)])
  expect(await scanDirectly(path)).toEqual({ found: [leakyId(9)], notScanned: [], blobs: LENGTH })
})
