import { mkdirSync, renameSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'
import { makeLeak } from '../../fixtures/leaks/make-leak.ts'
import type { TestRepository } from '../../fixtures/repositories/create-repository.ts'
import { newRepository } from '../../fixtures/repositories/new-repository.ts'
import { CLEAN, leaks, told } from './told.ts'

const leak = makeLeak()

/** A secret in the first commit, gone in the second, another one staged, and an ignored .env that git is asked about. */
function withLeaks(): TestRepository {
  const repository = newRepository()
  repository.commit('leak', { 'a.txt': `${makeLeak(1)}\n`, '.gitignore': '.env\n', 'sub/c.txt': 'c\n' })
  repository.commit('mended', { 'a.txt': 'a\n' })
  repository.write('.env', 'A=b\n')
  repository.write('b.txt', ` ${makeLeak(2)}\n`)
  repository.git(['add', 'b.txt'])
  mkdirSync(join(repository.folder, 'elsewhere'))
  return repository
}

async function expectAll(folder: string, env: Readonly<Record<string, string>>, dir: readonly string[] = []) {
  const run = (...args: readonly string[]) => told(folder, [...dir, ...args], { env })
  expect(await Promise.all([run('--staged'), run('--history'), run('--range', 'HEAD~1..HEAD')])).toEqual([
    leaks('index b.txt:1:2'),
    leaks('index b.txt:1:2', 'unpushed a.txt:1:1'),
    CLEAN,
  ])
}

describe('GIT_DIR and GIT_WORK_TREE', () => {
  test('absolute, from somewhere else', async () => {
    const { path, folder } = withLeaks()
    await expectAll(join(folder, 'elsewhere'), { GIT_DIR: join(path, '.git'), GIT_WORK_TREE: path })
  })

  test('relative, from somewhere else', async () => {
    const { folder } = withLeaks()
    await expectAll(join(folder, 'elsewhere'), { GIT_DIR: '../repository/.git', GIT_WORK_TREE: '../repository' })
  })

  test('relative, from a subfolder', async () => {
    const { path } = withLeaks()
    await expectAll(join(path, 'sub'), { GIT_DIR: '../.git', GIT_WORK_TREE: '..' })
  })

  test('relative, with -C', async () => {
    const { path, folder } = withLeaks()
    await expectAll(join(folder, 'elsewhere'), { GIT_DIR: '../.git', GIT_WORK_TREE: '..' }, ['-C', join(path, 'sub')])
  })

  test('GIT_DIR alone: the current folder is the work tree', async () => {
    const { path } = withLeaks()
    await expectAll(path, { GIT_DIR: '.git' })
    await expectAll(path, { GIT_DIR: join(path, '.git') })
  })

  test('a git folder beside the work tree', async () => {
    const { path, folder } = withLeaks()
    renameSync(join(path, '.git'), join(folder, 'store.git'))
    await expectAll(path, { GIT_DIR: '../store.git', GIT_WORK_TREE: '.' })
  })

  test('as a hook of the repository has them, while another one is asked for by -C', async () => {
    const repository = withLeaks()
    const env = { GIT_DIR: relative(join(repository.path, 'sub'), join(repository.path, '.git')) }
    expect(await told(join(repository.path, 'sub'), ['--staged'], { env })).toEqual(leaks('index b.txt:1:2'))
  })
})

describe('GIT_INDEX_FILE', () => {
  test.each([
    ['absolute', (path: string) => join(path, '.git', 'other-index')],
    ['relative to the work tree', () => '.git/other-index'],
  ])('%s', async (_, name) => {
    const repository = withLeaks()
    const env = { GIT_INDEX_FILE: name(repository.path) }
    repository.git(['read-tree', 'HEAD'], { env })
    repository.git(
      [
        'update-index',
        '--add',
        '--cacheinfo',
        `100644,${repository.git(['hash-object', '-w', '--stdin'], { input: `${makeLeak(3)}\n` })},d.txt`,
      ],
      { env },
    )
    expect(await told(repository.path, ['--staged'], { env })).toEqual(leaks('index d.txt:1:1'))
    expect(await told(join(repository.path, 'sub'), ['--staged'], { env })).toEqual(leaks('index d.txt:1:1'))
    expect((await told(join(repository.path, 'sub'), ['--history'], { env })).found).toContain('index d.txt:1:1')
  })
})

describe('objects in quarantine', () => {
  test.each([
    ['absolute', (path: string, name: string) => join(path, name)],
    ['relative', (_: string, name: string) => name],
  ])('%s', async (_, at) => {
    const repository = newRepository({ bare: true })
    const source = newRepository()
    source.commit('first', { 'a.txt': 'a\n' })
    source.git(['push', '--quiet', repository.path, 'main'])
    const pushed = source.commit('leak', { 'b.txt': `${leak}\n` })
    // As `git receive-pack` does: new objects beside, the repository's own as alternates.
    const quarantine = 'objects/tmp_objdir-incoming'
    mkdirSync(join(repository.path, quarantine, 'pack'), { recursive: true })
    const pack = source.gitBytes(['pack-objects', '--revs', '--stdout', '--quiet'], { input: 'main\n^main~1\n' })
    const env = {
      GIT_DIR: '.',
      GIT_OBJECT_DIRECTORY: at(repository.path, quarantine),
      GIT_ALTERNATE_OBJECT_DIRECTORIES: join(repository.path, 'objects'),
      GIT_QUARANTINE_PATH: join(repository.path, quarantine),
    }
    repository.git(['unpack-objects', '-q'], { input: pack, env })
    const { code, found } = await told(repository.path, ['--range', `main..${pushed}`], { env })
    expect({ code, found }).toEqual({ code: 1, found: ['unpushed b.txt:1:1'] })
    expect((await told(repository.path, ['--history'], { env })).found).toEqual(['dangling b.txt:1:1'])
    expect(await told(repository.path, ['--history'])).toEqual(CLEAN)
  })
})

test('GIT_OBJECT_DIRECTORY: the store is somewhere else', async () => {
  const repository = withLeaks()
  renameSync(join(repository.path, '.git', 'objects'), join(repository.folder, 'store'))
  mkdirSync(join(repository.path, '.git', 'objects'))
  await expectAll(repository.path, { GIT_OBJECT_DIRECTORY: join(repository.folder, 'store') })
})

test('GIT_ALTERNATE_OBJECT_DIRECTORIES: some objects are somewhere else', async () => {
  const repository = withLeaks()
  renameSync(join(repository.path, '.git', 'objects'), join(repository.folder, 'store'))
  mkdirSync(join(repository.path, '.git', 'objects'))
  await expectAll(repository.path, { GIT_ALTERNATE_OBJECT_DIRECTORIES: join(repository.folder, 'store') })
})
