import { cpSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { makeLeak } from '../../fixtures/leaks/make-leak.ts'
import {
  createRepository,
  type TestRepository,
  testRepositoryAt,
} from '../../fixtures/repositories/create-repository.ts'

const POINTER = `version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\nsize 12345\n`

const made = new Map<string, TestRepository>()

/** Something of every kind that is not clean, among much that is; all of it loose. Made once, and copied for each test. */
export function withEverything(objectFormat: 'sha1' | 'sha256' = 'sha1'): TestRepository {
  const original = made.get(objectFormat) ?? make(objectFormat)
  made.set(objectFormat, original)
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'keyscan-test-')))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
  cpSync(original.path, join(folder, 'repository'), { recursive: true })
  return testRepositoryAt(join(folder, 'repository'), folder)
}

/** When all tests of a file are done. */
export function disposeOriginals(): void {
  for (const repository of made.values()) repository.dispose()
  made.clear()
}

function make(objectFormat: 'sha1' | 'sha256'): TestRepository {
  const repository = createRepository({ objectFormat })
  const clean = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`clean/${i}.txt`, `text ${i}\n`]))
  repository.commit('clean, and a leak', { ...clean, 'leak.txt': `${makeLeak(1)}\n` })
  repository.commit(`message ${makeLeak(4)}`, {
    'leak.txt': 'nothing\n',
    'allowed.txt': `${makeLeak(2)} # keyscan:allow a test\n`,
    '.env': 'DB_PASSWORD=lT7wq0ZsR4xK\n',
    'big.bin': POINTER,
    [`${makeLeak(3)}.txt`]: 'x\n',
  })
  const head = repository.git(['rev-parse', 'HEAD'])
  repository.git(['update-index', '--add', '--cacheinfo', `160000,${head},libraries/one`])
  repository.git(['commit', '--quiet', '-m', 'a submodule'])
  repository.git(['tag', '-a', 'v1', '-m', 'a tag'])
  return repository
}
