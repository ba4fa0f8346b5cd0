import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createRepository, type TestRepository } from '../../fixtures/repositories/create-repository.ts'

let folder: string
let repository: TestRepository
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'keyscan-'))
  cpSync('dist', folder, { recursive: true, filter: file => !file.endsWith('.cache') })
  repository = createRepository()
})
afterAll(() => {
  rmSync(folder, { recursive: true })
  repository.dispose()
})

/** What is kept for a job of the hot file; undefined: nothing. */
const kept = (job: string): Buffer | undefined => {
  const file = readdirSync(join(folder, 'bin')).find(name => name.startsWith('hot-') && name.includes(`-${job}-`))
  return file === undefined ? undefined : readFileSync(join(folder, 'bin', file))
}
const keyscan = (...words: string[]): Buffer =>
  execFileSync(process.execPath, [join(folder, 'keyscan.cjs'), ...words], { cwd: repository.path })

test('what V8 compiled is kept for each job apart, and grows with the first runs', () => {
  keyscan('--version')
  expect(kept('other')?.length).toBeGreaterThan(0)
  expect(kept('staged')).toBeUndefined()
  keyscan('--staged')
  const ofNothing = kept('staged')!
  repository.write('a.ts', 'export const a = "https://example.org/?q=token"\n')
  repository.git(['add', 'a.ts'])
  keyscan()
  const ofFile = kept('staged')!
  expect(ofFile.length).toBeGreaterThan(ofNothing.length)
  for (const _ of [3, 4]) keyscan('--staged')
  const last = kept('staged')!
  expect(last.at(-1)).toBe(4)
  keyscan('--staged')
  expect(kept('staged')!.equals(last)).toBe(true)
})

test('a history keeps its own, of both files', () => {
  keyscan('--history')
  expect(kept('history')?.length).toBeGreaterThan(0)
  const names = readdirSync(join(folder, 'bin')).filter(name => name.endsWith('.cache') && name.includes('-history-'))
  expect(names.map(name => name.split('-')[0]).sort()).toEqual(['history', 'hot'])
})
