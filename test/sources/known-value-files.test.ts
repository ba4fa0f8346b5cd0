import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { DEFAULT_CONFIG } from '../../src/config/config.ts'
import { findEnvFiles, readValueFiles } from '../../src/sources/known-value-files.ts'

const { limits } = DEFAULT_CONFIG

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'keyscan-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

function write(...paths: readonly string[]): void {
  for (const path of paths) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), 'A=1\n')
  }
}

test('finds .env files of all names, breadth first', () => {
  write('.env', 'Prod.env', '.flaskenv', '.dev.vars', 'a/b/.envrc', 'a/.ENV.local', 'env', 'a.envelope')
  const { paths, complete } = findEnvFiles(root, limits)
  expect([...paths.slice(0, 4)].sort()).toEqual(['.dev.vars', '.env', '.flaskenv', 'Prod.env'])
  expect(paths.slice(4)).toEqual(['a/.ENV.local', 'a/b/.envrc'])
  expect(complete).toBe(true)
})

test('not in what others have written, nor in repositories of their own, about which git answers no question', () => {
  write('node_modules/x/.env', 'sub/.env', 'sub/.git', 'clone/a/.env', 'clone/.git/HEAD', 'own/.env')
  expect(findEnvFiles(root, limits).paths).toEqual(['own/.env'])
})

test('outside a repository only in the folders that are asked for; none is ignored there', async () => {
  write('.env', 'a/.env', 'b/.env')
  const { paths } = findEnvFiles(root, limits, ['a'])
  expect(paths).toEqual(['a/.env'])
  expect(findEnvFiles(root, limits, ['a/.env', 'nowhere']).paths).toEqual([])
  expect(await readValueFiles(root, paths, limits, false)).toMatchObject([{ path: 'a/.env', ignored: false }])
})

test('a bound that is met is said', () => {
  write('a/.env', 'b/.env')
  expect(findEnvFiles(root, { ...limits, valueFolders: 2 }).complete).toBe(false)
})
