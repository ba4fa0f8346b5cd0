import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeLeak } from '../../fixtures/leaks/make-leak.ts'
import { runKeyscan } from './run-keyscan.ts'
import { startKeyscan } from './start-keyscan.ts'

/** Far more output than a pipe holds. */
const LEAKS = 3000

let folder: string
beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'keyscan-pipe-')))
  const lines = Array.from({ length: LEAKS }, (_, i) => makeLeak(i))
  writeFileSync(join(folder, 'leaks.txt'), lines.join('\n'))
  writeFileSync(join(folder, 'clean.txt'), 'nothing\n')
})
afterAll(() => rmSync(folder, { recursive: true }))

/** What happens where the reader of one of its outputs goes away at its first word, or before. */
function readerLeaves(
  which: 'stdout' | 'stderr',
  args: readonly string[],
): Promise<{ code: number | null; rest: string }> {
  return new Promise((resolve, reject) => {
    const child = startKeyscan(folder, args)
    const other = which === 'stdout' ? child.stderr : child.stdout
    let rest = ''
    other.setEncoding('utf8').on('data', chunk => {
      rest += chunk
    })
    if (which === 'stdout') child.stdout.once('data', () => child.stdout.destroy())
    else child.stderr.destroy()
    child.on('error', reject)
    child.on('close', code => resolve({ code, rest }))
    child.stdin.end()
  })
}

test.each([[[]], [['--format', 'json']], [['--format', 'jsonl', '--verbose']]])(
  'a reader that has seen enough is no error, and hides no finding: %j',
  async args => {
    expect(await readerLeaves('stdout', ['leaks.txt', ...args])).toEqual({ code: 1, rest: '' })
  },
)

test('nobody reads the messages', async () => {
  expect((await readerLeaves('stderr', ['nowhere.txt'])).code).toBe(2)
  expect((await readerLeaves('stderr', ['clean.txt'])).code).toBe(0)
})

test.skipIf(process.platform === 'win32')('closed from the start', async () => {
  const closed = (which: string) => ({ through: ['sh', '-c', `exec "$0" "$@" ${which}`] })
  expect(await runKeyscan(folder, ['--stdin'], closed('<&-'))).toMatchObject({ code: 0, stderr: '' })
  expect(await runKeyscan(folder, ['leaks.txt'], closed('>&-'))).toMatchObject({ code: 1, stdout: '', stderr: '' })
  expect(await runKeyscan(folder, ['leaks.txt', '-q'], closed('2>&-'))).toMatchObject({ code: 1 })
})
