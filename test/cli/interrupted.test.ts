import { existsSync, mkdirSync, readdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createRepository, type TestRepository } from '../../fixtures/repositories/create-repository.ts'
import { startKeyscan } from './start-keyscan.ts'

const OLD = 'an old report\n'
/** With this much to read, a scan is still at it when the signal comes: it is sent as soon as there is a git to be seen. */
const FILES = 60
const FILE_BYTES = 2_000_000

let repository: TestRepository
beforeAll(() => {
  repository = createRepository()
  // Random letters do not compress, so that they take their time.
  let seed = 1
  const random = (): number => {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0
    return seed
  }
  for (let file = 0; file < FILES; file++) {
    const words = new Uint32Array(FILE_BYTES / 4)
    for (let i = 0; i < words.length; i++) words[i] = random()
    repository.write(`${file}.txt`, Buffer.from(words.buffer))
  }
  repository.commit('much')
  mkdirSync(join(repository.folder, 'out'))
}, 120_000)
afterAll(() => repository.dispose())

/** Processes whose parent is `pid`, by /proc. */
function childrenOf(pid: number): readonly number[] {
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .filter(name => {
      try {
        return new RegExp(`\\) \\S+ ${pid} `).test(readFileSync(`/proc/${name}/stat`, 'utf8'))
      } catch (error) {
        if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return false
        throw error
      }
    })
    .map(Number)
}

/** Is it still there and at work in this repository? Numbers of processes are given again. */
function isAlive(pid: number): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`).startsWith(repository.path)
  } catch (error) {
    if (['ENOENT', 'ESRCH', 'EACCES'].includes((error as NodeJS.ErrnoException).code ?? '')) return false
    throw error
  }
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise(resolve => setTimeout(resolve, 5))
}

describe.skipIf(!existsSync('/proc/self/stat'))('a scan that is interrupted', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)('by %s says so, ends its gits and leaves reports alone', async signal => {
    const out = join(repository.folder, 'out')
    writeFileSync(join(out, 'report.json'), OLD)
    const child = startKeyscan(repository.path, ['--history', '--format', `json=${join(out, 'report.json')}`])
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', chunk => {
      stdout += chunk
    })
    child.stderr.setEncoding('utf8').on('data', chunk => {
      stderr += chunk
    })
    const ended = new Promise<number | null>(resolve => child.on('close', resolve))
    let gits: readonly number[] = []
    await until(() => {
      gits = childrenOf(child.pid!)
      return gits.some(pid => isAlive(pid) && readFileSync(`/proc/${pid}/cmdline`, 'latin1').includes('cat-file'))
    })
    child.kill(signal)
    expect(await ended).toBe(2)
    expect({ stdout, stderr }).toEqual({
      stdout: '',
      stderr: 'keyscan: interrupted; the scan is not complete, nothing was reported.\n',
    })
    await until(() => !gits.some(isAlive))
    expect(readdirSync(out)).toEqual(['report.json'])
    expect(readFileSync(join(out, 'report.json'), 'utf8')).toBe(OLD)
  })
})
