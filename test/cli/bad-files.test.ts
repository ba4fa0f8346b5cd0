import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { makeLeak } from '../../fixtures/leaks/make-leak.ts'
import { newRepository } from '../../fixtures/repositories/new-repository.ts'
import { CLEAN, leaks, told } from '../git-situations/told.ts'
import { removeFolder } from './remove-folder.ts'
import { withoutRights } from './without-rights.ts'

const leak = makeLeak()
let folder: string
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'keyscan-files-')))
  onTestFinished(() => removeFolder(folder))
})

test('a binary file is looked into like any other', async () => {
  writeFileSync(
    join(folder, 'a.bin'),
    Buffer.concat([Buffer.alloc(100), Buffer.from(leak), Buffer.from([0, 1, 2, 255])]),
  )
  expect(await told(folder, ['.'])).toEqual(leaks('file a.bin:1:101'))
})

test('an empty file and an empty folder are clean', async () => {
  writeFileSync(join(folder, 'a.txt'), '')
  expect(await told(folder, ['.'])).toEqual(CLEAN)
  mkdirSync(join(folder, 'empty'))
  expect(await told(folder, ['empty'])).toEqual(CLEAN)
})

describe.skipIf(process.platform === 'win32')('what is no file', () => {
  test('a link that leads back to itself: said where it was asked for, passed over in a folder', async () => {
    symlinkSync('b', join(folder, 'a'))
    symlinkSync('a', join(folder, 'b'))
    symlinkSync('.', join(folder, 'here'))
    writeFileSync(join(folder, 'c.txt'), leak)
    expect(await told(folder, ['a'])).toEqual({
      code: 2,
      found: [],
      notScanned: ['a: a link that leads back to itself'],
    })
    expect(await told(folder, ['.'])).toEqual(leaks('file c.txt:1:1'))
  })

  test('a link to nothing is said where it was asked for', async () => {
    symlinkSync('nowhere', join(folder, 'a'))
    expect(await told(folder, ['a'])).toEqual({
      code: 2,
      found: [],
      notScanned: [expect.stringMatching(/^a: .*ENOENT/)],
    })
  })

  test('a named pipe that nobody writes to does not block', async () => {
    execFileSync('mkfifo', [join(folder, 'pipe')])
    const pipe = 'pipe: not a regular file (a pipe, socket or device)'
    expect(await told(folder, ['pipe'])).toEqual({ code: 2, found: [], notScanned: [pipe] })
    expect(await told(folder, ['.'])).toEqual({ code: 2, found: [], notScanned: [pipe] })
  })

  test('a socket', async () => {
    const server = createServer().listen(join(folder, 'socket'))
    await new Promise(resolve => server.once('listening', resolve))
    onTestFinished(() => void server.close())
    writeFileSync(join(folder, 'c.txt'), leak)
    expect(await told(folder, ['.'])).toEqual({
      code: 1,
      found: ['file c.txt:1:1'],
      notScanned: ['socket: not a regular file (a pipe, socket or device)'],
    })
  })

  test('a named pipe and a socket among staged and untracked files are none of git’s', async () => {
    const repository = newRepository()
    // Of a Dockerfile it is asked whether it takes the `.env` along.
    for (const name of ['.env', 'Dockerfile']) execFileSync('mkfifo', [join(repository.path, name)])
    repository.write('sub/.env', `API_TOKEN=${leak}\n`)
    repository.write('a.txt', `${leak}\n`)
    repository.git(['add', 'a.txt'])
    expect(await told(repository.path, [])).toEqual(leaks('index a.txt:1:1'))
    expect((await told(repository.path, ['.'])).found).toContain('file a.txt:1:1 sub/.env:1:11')
  })
})

describe.skipIf(withoutRights === undefined)('what may not be read', () => {
  const through = withoutRights ?? []

  test('a file', async () => {
    chmodSync(folder, 0o755)
    writeFileSync(join(folder, 'a.txt'), leak, { mode: 0o600 })
    chmodSync(join(folder, 'a.txt'), 0o000)
    const expected = { code: 2, found: [], notScanned: ['a.txt: cannot be read (EACCES)'] }
    expect(await told(folder, ['.'], { through })).toEqual(expected)
    expect(await told(folder, ['a.txt'], { through })).toEqual(expected)
  })

  test('a folder', async () => {
    chmodSync(folder, 0o755)
    mkdirSync(join(folder, 'closed'), { mode: 0o700 })
    chmodSync(join(folder, 'closed'), 0o000)
    writeFileSync(join(folder, 'b.txt'), leak)
    expect(await told(folder, ['.'], { through })).toEqual({
      code: 1,
      found: ['file b.txt:1:1'],
      notScanned: ['closed: the folder cannot be read (EACCES)'],
    })
  })
})
