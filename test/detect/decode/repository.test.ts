import { gzipSync } from 'node:zlib'
import { beforeEach, expect, test } from 'vitest'
import { makeLeak } from '../../../fixtures/leaks/make-leak.ts'
import type { TestRepository } from '../../../fixtures/repositories/create-repository.ts'
import { newRepository } from '../../../fixtures/repositories/new-repository.ts'
import { type ScanOptions, scan } from '../../../src/scan.ts'
import { runKeyscan } from '../../cli/run-keyscan.ts'
import { ENCODINGS, tarOf, zipOf } from './encoded.ts'

const b64 = (text: string): string => Buffer.from(text).toString('base64')
let repository: TestRepository

beforeEach(() => {
  repository = newRepository()
})

async function placesOf(options: Pick<ScanOptions, 'mode' | 'range'>): Promise<readonly string[]> {
  const report = await scan({ directory: repository.path, ...options })
  expect(report.notScanned).toEqual([])
  return report.findings
    .flatMap(({ state, places }) =>
      places.map(({ path, inside = '', line, column }) => `${state} ${path}!${inside}:${line}:${column}`),
    )
    .sort()
}

test('staged, in every encoding', async () => {
  const names = Object.keys(ENCODINGS)
  for (const [number, encode] of Object.values(ENCODINGS).entries())
    repository.write(`f${number}`, encode(makeLeak(number)))
  repository.git(['add', '.'])
  const report = await scan({ mode: 'staged', directory: repository.path })
  const found = new Set(report.findings.flatMap(({ places }) => places.map(({ path }) => path)))
  expect(names.filter((_, number) => !found.has(`f${number}`))).toEqual([])
  expect(report.findings).toHaveLength(names.length)
})

test('in a history, in every encoding', async () => {
  const names = Object.keys(ENCODINGS)
  const contents = Object.values(ENCODINGS).map((encode, number) => [`f${number}`, encode(makeLeak(number))])
  repository.commit('all', Object.fromEntries(contents))
  const report = await scan({ mode: 'history', directory: repository.path })
  const found = new Set(report.findings.flatMap(({ places }) => places.map(({ path }) => path)))
  expect(names.filter((_, number) => !found.has(`f${number}`))).toEqual([])
  expect(report.findings).toHaveLength(names.length)
})

test('an archive that gets a second file brings in only what is new in it', async () => {
  repository.commit('first', { 'a.jar': zipOf({ 'x.txt': makeLeak(1) }) })
  repository.write('a.jar', zipOf({ 'x.txt': `moved ${makeLeak(1)}`, 'y.txt': makeLeak(2) }))
  repository.git(['add', '.'])
  expect(await placesOf({ mode: 'staged' })).toEqual(['index a.jar!y.txt:1:1'])
})

test('what stood there in plain and is encoded now is no new leak', async () => {
  repository.commit('first', { 'a.txt': `key: ${makeLeak()}\n` })
  repository.write('a.txt', `key: ${b64(makeLeak())}\n`)
  repository.git(['add', '.'])
  expect(await placesOf({ mode: 'staged' })).toEqual([])
})

test('what stood there encoded and is plain now is no new leak', async () => {
  repository.commit('first', { 'a.txt': `key: ${b64(makeLeak())}\n` })
  repository.write('a.txt', `key: ${makeLeak()}\n`)
  repository.git(['add', '.'])
  expect(await placesOf({ mode: 'staged' })).toEqual([])
})

test('a plain and an encoded version in a history are one finding', async () => {
  repository.commit('first', { 'a.txt': `key: ${b64(makeLeak())}\n` })
  repository.commit('second', { 'a.tgz': gzipSync(tarOf({ 'b/c.txt': `\n${makeLeak()}` })) })
  const report = await scan({ mode: 'history', directory: repository.path })
  expect(report.findings).toHaveLength(1)
  expect(report.findings[0]!.places.map(({ path, inside, line, encoding }) => [path, inside, line, encoding])).toEqual([
    ['a.tgz', 'a.tar!b/c.txt', 2, ['gzip', 'tar']],
    ['a.txt', undefined, 1, ['base64']],
  ])
})

test('a range, and a commit message', async () => {
  repository.commit('first', { 'a.txt': 'nothing\n' })
  repository.commit(`second\n\n${b64(makeLeak(2))}`, { 'b.jar': zipOf({ 'x.txt': makeLeak(1) }) })
  expect(await placesOf({ mode: 'range', range: 'main~1..main' })).toHaveLength(2)
})

test('the command line says where it is, and shows neither form', async () => {
  repository.write('a.jar', zipOf({ 'x/app.properties': `#\n#\n  t=${makeLeak(1)}\n` }))
  repository.write('b.txt', `key: ${b64(makeLeak(2))} ${b64(makeLeak(3))}\n`)
  repository.git(['add', '.'])
  const { code, stdout } = await runKeyscan(repository.path, ['--staged'])
  expect(code).toBe(1)
  expect(stdout).toContain('a.jar!x/app.properties:3:5')
  expect(stdout).toContain('b.txt:1:6')
  expect(stdout).toContain('encoded: in base64')
  for (const number of [1, 2, 3]) {
    expect(stdout).not.toContain(makeLeak(number).slice(8, 20))
    expect(stdout).not.toContain(b64(makeLeak(number)).slice(8, 20))
  }
})
