import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createRepository, type TestRepository } from '../../fixtures/repositories/create-repository.ts'
import { DEFAULT_CONFIG } from '../../src/config/config.ts'
import { pathsSource } from '../../src/sources/paths.ts'

let repository: TestRepository
beforeEach(() => {
  repository = createRepository()
  repository.write('.gitignore', 'build/\n*.log\n')
  repository.write('build/a.js', 'a')
  repository.write('build/deep/b.log', 'b')
  repository.write('src/c.js', 'c')
  repository.write('src/d.log', 'd')
  mkdirSync(join(repository.path, 'empty'))
})
afterEach(() => repository.dispose())

async function pathsIn(asked: string): Promise<readonly string[]> {
  const found: string[] = []
  const { limits } = DEFAULT_CONFIG
  const source = pathsSource([asked], { directory: repository.path, root: repository.path, ignoreFiles: true, limits })
  await source.blobs({
    look: blob => {
      if (blob.kind === 'file') found.push(blob.path!)
    },
    notScanned: entry => expect(entry).toBeUndefined(),
    progress: () => undefined,
    isSensitiveName: () => false,
    isSensitiveFolder: () => false,
  })
  return found.sort()
}

it('an ignored folder that is asked for by name is looked into as a whole', async () => {
  expect(await pathsIn('build')).toEqual(['build/a.js', 'build/deep/b.log'])
  expect(await pathsIn('build/deep')).toEqual(['build/deep/b.log'])
})

it('in any other folder what git ignores is left out', async () => {
  expect(await pathsIn('.')).toEqual(['.gitignore', 'src/c.js'])
  expect(await pathsIn('src')).toEqual(['src/c.js'])
  expect(await pathsIn('empty')).toEqual([])
})
