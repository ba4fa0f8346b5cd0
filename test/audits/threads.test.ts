import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { makeLeak } from '../../fixtures/leaks/make-leak.ts'
import { newRepository } from '../../fixtures/repositories/new-repository.ts'
import { reportOf } from '../cli/run-keyscan.ts'

const FILE_BYTES = 64 * 1024

/** Text that is the same each time and hardly compresses. */
function noise(number: number): string {
  let text = ''
  for (let i = 0; text.length < FILE_BYTES; i++)
    text += createHash('sha512').update(`${number} ${i}`).digest('base64url')
  return text.replace(/(.{60})/g, '$1\n')
}

/** As many objects as several threads have something to do with, some with secrets in them. */
function stream(from: number, count: number): string {
  const blobs = Array.from({ length: count }, (_, i) => {
    const content = `${noise(from + i)}\n${i % 7 === 0 ? makeLeak((from + i) % 3) : 'nothing'}\n`
    return `blob\ndata ${content.length}\n${content}\n`
  })
  return `${blobs.join('')}done\n`
}

test('any number of threads, with and without what is known: the same is told', async () => {
  const repository = newRepository({ bare: true })
  const add = (from: number, count: number): string =>
    repository.git(['-c', 'fastimport.unpackLimit=1', 'fast-import', '--quiet', '--depth=0'], {
      input: stream(from, count),
    })
  const told = async (...args: string[]): Promise<unknown> => {
    const { scan, ...report } = await reportOf(repository.path, ['--history', ...args])
    return { ...report, scan: { ...scan, elapsedMs: 0 } }
  }
  add(0, 60)
  const one = await told('--threads', '1', '--no-cache')
  expect(one).toMatchObject({ code: 1, findings: [{}, {}, {}], scan: { counts: { blobs: 60 } } })
  expect(await told('--threads', '4')).toEqual(one)
  expect(await told('--threads', '4')).toEqual(one)
  add(100, 60)
  const more = await told('--threads', '1', '--no-cache')
  expect(more).toMatchObject({ scan: { counts: { blobs: 120 } } })
  expect(await told('--threads', '4')).toEqual(more)
})
