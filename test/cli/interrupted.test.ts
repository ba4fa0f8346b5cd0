import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createRepository, type TestRepository } from '../../fixtures/repositories/create-repository.ts'
import { collect } from './run-keyscan.ts'
import { startKeyscan } from './start-keyscan.ts'

const OLD = 'an old report\n'
/** With this much to read, a scan is still at it when the signal comes: it is sent as soon as it is seen to read. */
const FILES = 60
const FILE_BYTES = 2_000_000

let repository: TestRepository
beforeAll(() => {
  repository = createRepository()
  // Random bytes do not compress, so that they take their time; each file begins with its number.
  const random = randomBytes(FILE_BYTES)
  const blobs = Array.from({ length: FILES }, (_, file) => [
    `blob\ndata ${FILE_BYTES + 4}\n${1000 + file}`,
    random,
    '\n',
  ])
  repository.git(
    ['-c', 'core.compression=0', '-c', 'fastimport.unpackLimit=1', 'fast-import', '--quiet', '--depth=0'],
    { input: Buffer.concat(blobs.flat().map(part => Buffer.from(part as string))) },
  )
  mkdirSync(join(repository.folder, 'out'))
}, 120_000)
afterAll(() => repository.dispose())

/** What `look` says of a process; `otherwise` where it is gone, or is somebody else's by now. */
function ask<T>(look: () => T, otherwise: T): T {
  try {
    return look()
  } catch (error) {
    if (['ENOENT', 'ESRCH', 'EACCES'].includes((error as NodeJS.ErrnoException).code ?? '')) return otherwise
    throw error
  }
}

/** Processes whose parent is `pid`, by /proc. */
function childrenOf(pid: number): readonly number[] {
  const isChild = (name: string) =>
    ask(() => new RegExp(`\\) \\S+ ${pid} `).test(readFileSync(`/proc/${name}/stat`, 'utf8')), false)
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .filter(isChild)
    .map(Number)
}

/** Is it still there and at work in this repository? Numbers of processes are given again. */
function isAlive(pid: number): boolean {
  return ask(() => readlinkSync(`/proc/${pid}/cwd`).startsWith(repository.path), false)
}

/** Has it opened a pack, and are its threads at work? */
function readsPacks(pid: number): boolean {
  const opened = ask(() => readdirSync(`/proc/${pid}/fd`), []).map(name =>
    ask(() => readlinkSync(`/proc/${pid}/fd/${name}`), ''),
  )
  return opened.some(file => file.endsWith('.pack'))
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise(resolve => setTimeout(resolve, 5))
}

describe.skipIf(!existsSync('/proc/self/stat'))('a scan that is interrupted', () => {
  test.each([
    ['SIGINT', 'cat-file', 1],
    ['SIGTERM', 'direct', 1],
    ['SIGINT', 'direct', 4],
  ] as const)(
    'by %s says so, ends its gits and threads, and leaves reports alone: %s, threads: %i',
    async (signal, engine, threads) => {
      const out = join(repository.folder, 'out')
      writeFileSync(join(out, 'report.json'), OLD)
      const args = [
        '--history',
        '--no-cache',
        '--threads',
        `${threads}`,
        '--format',
        `json=${join(out, 'report.json')}`,
      ]
      const child = startKeyscan(repository.path, args, { env: { KEYSCAN_ENGINE: engine } })
      const printed = collect(child)
      let over = false
      const ended = new Promise<number | null>(resolve =>
        child.on('close', code => {
          over = true
          resolve(code)
        }),
      )
      let gits: readonly number[] = []
      await until(() => {
        gits = childrenOf(child.pid!)
        const reads = engine === 'direct' ? readsPacks(child.pid!) : gits.some(readsByGit)
        return reads || over
      })
      child.kill(signal)
      expect({ code: await ended, ...printed }).toEqual({
        code: 2,
        stdout: '',
        stderr: 'keyscan: interrupted; the scan is not complete, nothing was reported.\n',
      })
      await until(() => !gits.some(isAlive))
      expect(readdirSync(out)).toEqual(['report.json'])
      expect(readFileSync(join(out, 'report.json'), 'utf8')).toBe(OLD)
    },
  )
})

function readsByGit(pid: number): boolean {
  return isAlive(pid) && ask(() => readFileSync(`/proc/${pid}/cmdline`, 'latin1').includes('cat-file'), false)
}
