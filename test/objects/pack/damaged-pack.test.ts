import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeLeak } from '../../../fixtures/leaks/make-leak.ts'
import { createRepository, type TestRepository } from '../../../fixtures/repositories/create-repository.ts'
import { printsInFull, type ScannedForest, scanForestOf } from './scan-forest-of.ts'

/** Two families of deltas and two objects on their own; small, since each of its bytes is damaged once. */
let repository: TestRepository
let packFile: string
let pack: Buffer
let sound: ScannedForest

beforeAll(async () => {
  repository = createRepository({ bare: true })
  const line = (i: number) => `const value${i} = ${i * 7919}\n`
  const text = Array.from({ length: 12 }, (_, i) => line(i)).join('')
  const versions = [
    text,
    text.replace(line(3), `token = "${makeLeak(1)}"\n`),
    `${text.replace(line(5), `token = "${makeLeak(2)}"\n`)}end\n`,
    `alone ${makeLeak(3)}\n`,
  ]
  const stream = versions.map(content => `blob\ndata ${content.length}\n${content}\n`).join('')
  repository.git(['-c', 'fastimport.unpackLimit=1', 'fast-import', '--quiet'], { input: `${stream}done\n` })
  const folder = join(repository.path, 'objects', 'pack')
  packFile = join(folder, readdirSync(folder).find(name => name.endsWith('.pack'))!)
  pack = readFileSync(packFile)
  chmodSync(packFile, 0o600)
  sound = await scanForestOf(join(repository.path, 'objects'))
  expect(sound.objects.size).toBe(versions.length)
  expect([...sound.objects.values()].filter(({ prints }) => prints.length > 0)).toHaveLength(3)
})
afterAll(() => repository.dispose())

test('whatever byte of a pack is damaged, what it makes is said to be damaged and the rest is looked at', {
  timeout: 300_000,
}, async () => {
  let failures = 0
  for (let at = 0; at < pack.length; at++) {
    const damaged = Buffer.from(pack)
    damaged[at]! ^= 1 << (at % 8)
    writeFileSync(packFile, damaged)
    const { objects, failed, notOpened } = await scanForestOf(join(repository.path, 'objects'))
    if (notOpened) {
      // Its header or its checksum: then the whole pack is none.
      expect(at < 12 || at >= pack.length - 20).toBe(true)
      continue
    }
    expect(failed.size, `byte ${at}`).toBeGreaterThan(0)
    failures += failed.size
    for (const [id, object] of sound.objects) {
      if (failed.has(id)) expect(objects.has(id)).toBe(false)
      else expect(objects.get(id), `byte ${at}`).toEqual(object)
    }
  }
  expect(failures).toBeGreaterThan(pack.length / 2)
})

test('a pack that is cut off is not opened, and neither is one that is another', async () => {
  for (const length of [0, 5, 12, 40, Math.floor(pack.length / 2), pack.length - 1]) {
    writeFileSync(packFile, pack.subarray(0, length))
    expect((await scanForestOf(join(repository.path, 'objects'))).notOpened).toBe(true)
  }
  writeFileSync(packFile, pack)
})

test('whatever byte of an index is damaged, nothing is made up', { timeout: 300_000 }, async () => {
  const indexFile = packFile.replace(/pack$/, 'idx')
  const index = readFileSync(indexFile)
  chmodSync(indexFile, 0o600)
  for (let at = 0; at < index.length; at += at > 8 && at < 1000 ? 13 : 1) {
    const damaged = Buffer.from(index)
    damaged[at]! ^= 0x81
    writeFileSync(indexFile, damaged)
    const { objects } = await scanForestOf(join(repository.path, 'objects'))
    for (const { type, bytes, prints } of objects.values()) {
      expect([...sound.objects.values()].some(object => object.bytes.equals(bytes))).toBe(true)
      expect(prints).toEqual(printsInFull(type, bytes))
    }
  }
  writeFileSync(indexFile, index)
})
