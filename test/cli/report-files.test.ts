import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { makeLeak } from '../../fixtures/leaks/make-leak.ts'
import { removeFolder } from './remove-folder.ts'
import { type RunOptions, runKeyscan } from './run-keyscan.ts'
import { withoutRights } from './without-rights.ts'

const OLD = 'an old report\n'
let folder: string
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'keyscan-report-')))
  onTestFinished(() => removeFolder(folder))
  writeFileSync(join(folder, 'a.txt'), `${makeLeak()}\n`)
})

const scan = (format: string, options?: RunOptions) => runKeyscan(folder, ['a.txt', '--format', format], options)
const at = (name: string): string => join(folder, name)

test('a report in a file: the person at the terminal is told as well, the exit code is that of the findings', async () => {
  const { code, stdout } = await scan('json=report.json')
  expect(code).toBe(1)
  expect(stdout).toContain('1 leak found')
  expect(JSON.parse(readFileSync(at('report.json'), 'utf8')).findings).toHaveLength(1)
})

test('-C holds for the files of reports too', async () => {
  mkdirSync(at('sub'))
  await runKeyscan(folder, ['-C', 'sub', '../a.txt', '--format', 'json=report.json'])
  expect(readdirSync(at('sub'))).toEqual(['report.json'])
})

test('an old report is replaced, by the same rights and behind a link', async () => {
  writeFileSync(at('real.json'), OLD)
  chmodSync(at('real.json'), 0o640)
  symlinkSync('real.json', at('report.json'))
  await scan('json=report.json')
  expect(lstatSync(at('report.json')).isSymbolicLink()).toBe(true)
  expect(JSON.parse(readFileSync(at('real.json'), 'utf8')).version).toBe(1)
  expect(statSync(at('real.json')).mode & 0o777).toBe(0o640)
  expect(readdirSync(folder).sort()).toEqual(['a.txt', 'real.json', 'report.json'])
})

describe.skipIf(process.platform === 'win32')('rights of a new report', () => {
  const umask = { through: ['sh', '-c', 'umask 022; exec "$0" "$@"'] }

  test('are those of any file', async () => {
    await scan('json=report.json', umask)
    expect(statSync(at('report.json')).mode & 0o777).toBe(0o644)
  })

  test('with --show-secrets are its owner’s alone, whatever stood there', async () => {
    writeFileSync(at('report.json'), OLD)
    await runKeyscan(folder, ['a.txt', '--show-secrets', '--format', 'json=report.json'], umask)
    expect(statSync(at('report.json')).mode & 0o777).toBe(0o600)
    expect(readFileSync(at('report.json'), 'utf8')).toContain(makeLeak())
  })
})

/** The report could not be written: said, exit code 2, findings on standard output all the same, nothing half done. */
async function expectUnwritten(format: string, why: RegExp, options?: RunOptions): Promise<void> {
  const before = readdirSync(folder)
  const { code, stdout, stderr } = await scan(format, options)
  expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringMatching(why) })
  expect(stderr).toMatch(
    /^keyscan: the report could not be written to .*(?:Make room in|Make the folder|Allow writing in) .* or name another file|That is a folder: name a file/,
  )
  expect(stderr).not.toMatch(/\n\s+at /)
  expect(stdout).toContain('1 leak found')
  expect(readdirSync(folder)).toEqual(before)
}

test.skipIf(!existsSync('/dev/full'))('a device that is full', async () => {
  await expectUnwritten('json=/dev/full', /ENOSPC/)
})

test.skipIf(process.platform === 'win32')(
  'a disk that is full in the middle of it: the old report is kept',
  async () => {
    writeFileSync(at('report.json'), OLD)
    // No file of this process may grow beyond 512 bytes; the report has more.
    await expectUnwritten('json=report.json', /EFBIG/, { through: ['sh', '-c', 'ulimit -f 1; exec "$0" "$@"'] })
    expect(readFileSync(at('report.json'), 'utf8')).toBe(OLD)
  },
)

test('a folder that is not there, a folder in place of a file', async () => {
  await expectUnwritten('json=nowhere/report.json', /ENOENT/)
  mkdirSync(at('report'))
  await expectUnwritten('json=report', /EISDIR/)
})

test.skipIf(withoutRights === undefined)('a folder that may not be written to: the old report is kept', async () => {
  chmodSync(folder, 0o555)
  await expectUnwritten('json=report.json', /EACCES/, { through: withoutRights ?? [] })
})

test.skipIf(!existsSync('/dev/full'))('standard output that is full', async () => {
  const full = { through: ['sh', '-c', 'exec "$0" "$@" > /dev/full'] }
  for (const args of [['a.txt'], ['a.txt', '--format', 'json'], ['--help'], ['--version']]) {
    const { code, stderr } = await runKeyscan(folder, args, full)
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringMatching(/^keyscan: standard output could not be written \(ENOSPC/),
    })
    expect(stderr).not.toMatch(/\n\s+at /)
  }
})
