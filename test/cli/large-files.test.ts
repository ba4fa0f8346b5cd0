import { closeSync, mkdtempSync, openSync, readFileSync, realpathSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeLeak } from '../../fixtures/leaks/make-leak.ts'
import { createRepository, type TestRepository } from '../../fixtures/repositories/create-repository.ts'
import { newRepository } from '../../fixtures/repositories/new-repository.ts'
import { leaks, told } from '../git-situations/told.ts'

const MB = 1_000_000
const LARGE = 100 * MB
const LINE = 20 * MB
/** A file is held in memory whole, and once more while git or the pipe hands it over; the program itself takes under 150 MB. */
const MOST_MEMORY_KB = (2.5 * LARGE + 150 * MB) / 1000

let repository: TestRepository
let folder: string
beforeAll(() => {
  repository = createRepository()
  repository.commit('first')
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'keyscan-large-')))
  // Written by the bin's own process at its end: the peak of its memory, in kB.
  writeFileSync(
    join(folder, 'peak.cjs'),
    `process.on('exit', () => require('node:fs').writeFileSync(${JSON.stringify(join(folder, 'peak'))}, String(process.resourceUsage().maxRSS)))`,
  )
})
afterAll(() => {
  repository.dispose()
  rmSync(folder, { recursive: true })
})

/** Writes `size` bytes that `fill` is repeated in, with a leak 100 bytes before the end. */
function writeLarge(path: string, size: number, fill: string): void {
  const block = Buffer.alloc(MB, fill)
  const descriptor = openSync(path, 'w')
  for (let at = 0; at < size; at += MB) writeSync(descriptor, block, 0, MB, at)
  writeSync(descriptor, ` ${makeLeak()} `, size - 100)
  closeSync(descriptor)
}

async function peakOf(run: (env: Record<string, string>) => Promise<unknown>): Promise<number> {
  await run({ NODE_OPTIONS: `--require=${join(folder, 'peak.cjs')}` })
  return Number(readFileSync(join(folder, 'peak'), 'utf8'))
}

test('100 MB with a leak near the end: found on disk, staged and in history, in bounded memory', async () => {
  writeLarge(join(repository.path, 'large.txt'), LARGE, 'some text, and a line end\n')
  for (const [args, state] of [
    [['large.txt'], 'file'],
    [['--staged'], 'index'],
    [['--history'], 'head'],
  ] as const) {
    if (state === 'index') repository.git(['add', 'large.txt'])
    if (state === 'head') repository.git(['commit', '--quiet', '--no-verify', '-m', 'large'])
    const peak = await peakOf(async env => {
      const { code, found } = await told(repository.path, args, { env })
      expect({ code, found }).toEqual({
        code: 1,
        found: [expect.stringMatching(new RegExp(`^${state} large\\.txt:\\d+:\\d+$`))],
      })
    })
    expect(peak).toBeLessThan(MOST_MEMORY_KB)
  }
})

test('a single line of 20 MB: the leak is found, and what is shown of the line is short', async () => {
  writeLarge(join(folder, 'line.txt'), LINE, 'x = "some words"; ')
  expect(await told(folder, ['line.txt'])).toEqual(leaks(`file line.txt:1:${LINE - 100 + 2}`))
  const input = readFileSync(join(folder, 'line.txt'))
  expect(await told(folder, ['--stdin'], { input })).toEqual(leaks(`file (standard input):1:${LINE - 100 + 2}`))
})

test('a single line full of what rules look for takes no longer', async () => {
  writeLarge(join(folder, 'line.txt'), LINE / 10, 'password = "ghp_" sk_live_ AKIA -----BEGIN eyJ ')
  expect(await told(folder, ['line.txt', '--rule', 'github-personal-access-token'])).toMatchObject({ code: 1 })
})

test('more than the limit is said, by its path where there is one; it is never clean', async () => {
  const limited = newRepository()
  limited.commit('first', { '.keyscan.toml': '[limits]\nblob-bytes = 1000\n' })
  limited.commit('second', { 'a.txt': `${'x'.repeat(1000)} ${makeLeak()}` })
  const id = limited.git(['rev-parse', 'HEAD:a.txt'])
  const onDisk = '1041 bytes, more than limits.blob-bytes (1000)'
  const inObject = '1.0 KiB, larger than 1000 bytes; raise limits.blob-bytes'
  const over = (what: string, why: string) => ({ code: 2, found: [], notScanned: [`${what}: ${why}`] })
  expect(await told(limited.path, ['a.txt'])).toEqual(over('a.txt', onDisk))
  expect(await told(limited.path, ['--stdin'], { input: 'x'.repeat(1041) })).toEqual(over('standard input', onDisk))
  expect(await told(limited.path, ['--history'])).toEqual(over(id, inObject))
  expect(await told(limited.path, ['--range', 'HEAD~1..HEAD'])).toEqual(over('a.txt', inObject))
  limited.git(['reset', '--quiet', '--soft', 'HEAD~1'])
  expect(await told(limited.path, [])).toEqual(over('a.txt', inObject))
})
