import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { writeWhole } from '../../src/cli/write-whole.ts'
import { UsageError } from '../../src/errors/usage-error.ts'

let folder: string
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'keyscan-write-')))
  onTestFinished(() => rmSync(folder, { recursive: true }))
})
const at = (name: string): string => join(folder, name)

test('makes a file, replaces a file, leaves nothing else', () => {
  writeWhole(at('a'), 'one')
  writeWhole(at('a'), 'two')
  expect(readFileSync(at('a'), 'utf8')).toBe('two')
  expect(readdirSync(folder)).toEqual(['a'])
})

test('a draft of somebody else is no way to another file', () => {
  writeFileSync(at('other'), 'keep')
  symlinkSync('other', at(`a.${process.pid}.part`))
  writeWhole(at('a'), 'one')
  expect(readFileSync(at('other'), 'utf8')).toBe('keep')
  expect(readFileSync(at('a'), 'utf8')).toBe('one')
})

test('a link that leads nowhere is replaced', () => {
  symlinkSync('nowhere', at('a'))
  writeWhole(at('a'), 'one')
  expect(readFileSync(at('a'), 'utf8')).toBe('one')
})

test('what cannot be written is a UsageError that keeps its cause', () => {
  const attempt = (): void => writeWhole(at('no/such/folder/a'), 'one')
  expect(attempt).toThrow(UsageError)
  expect(attempt).toThrow(/could not be written to .*ENOENT.*what stood there before is unchanged/)
  try {
    attempt()
  } catch (error) {
    expect((error as Error).cause).toMatchObject({ code: 'ENOENT' })
  }
})

test.skipIf(!existsSync('/dev/null'))('a device is written to as it is', () => {
  writeWhole('/dev/null', 'one')
  expect(existsSync('/dev/null')).toBe(true)
})
