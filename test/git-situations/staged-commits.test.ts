import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeLeak } from '../../fixtures/leaks/make-leak.ts'
import type { TestRepository } from '../../fixtures/repositories/create-repository.ts'
import { newRepository } from '../../fixtures/repositories/new-repository.ts'
import { installScanHook } from './install-scan-hook.ts'
import { PASSED, stopped, tryCommit } from './try-commit.ts'

const leak = makeLeak()

function withHook(files: Readonly<Record<string, string>> = { 'a.txt': 'a\n', 'b.txt': 'b\n' }): TestRepository {
  const repository = newRepository()
  repository.commit('first', files)
  installScanHook(repository)
  return repository
}

test('git commit', () => {
  const repository = withHook()
  repository.write('a.txt', `a\n${leak}\n`)
  repository.git(['add', 'a.txt'])
  expect(tryCommit(repository, ['commit', '-m', 'leak'])).toEqual(stopped('index a.txt:2:1'))
  repository.write('a.txt', 'a\nno key\n')
  repository.git(['add', 'a.txt'])
  expect(tryCommit(repository, ['commit', '-m', 'clean'])).toEqual(PASSED)
})

test('git commit, the very first one', () => {
  const repository = newRepository()
  installScanHook(repository)
  repository.write('a.txt', `${leak}\n`)
  repository.git(['add', 'a.txt'])
  expect(tryCommit(repository, ['commit', '-m', 'first'])).toEqual(stopped('index a.txt:1:1'))
})

test('git commit -a: what is not in the index yet', () => {
  const repository = withHook()
  repository.write('a.txt', `a\n${leak}\n`)
  expect(tryCommit(repository, ['commit', '-a', '-m', 'leak'])).toEqual(stopped('index a.txt:2:1'))
})

test('git commit PATH: the temporary index counts, not what else is staged', () => {
  const repository = withHook()
  repository.write('a.txt', `a\n${makeLeak(1)}\n`)
  repository.write('b.txt', `b\n b ${makeLeak(2)}\n`)
  repository.git(['add', 'a.txt'])
  expect(tryCommit(repository, ['commit', '-m', 'b', 'b.txt'])).toEqual(stopped('index b.txt:2:4'))
  repository.write('b.txt', 'b\nb\n')
  expect(tryCommit(repository, ['commit', '-m', 'b', 'b.txt'])).toEqual(PASSED)
  expect(tryCommit(repository, ['commit', '-m', 'a'])).toEqual(stopped('index a.txt:2:1'))
})

test('git commit --include PATH: what is staged and the path', () => {
  const repository = withHook()
  repository.write('a.txt', `a\n${makeLeak(1)}\n`)
  repository.write('b.txt', `b\n${makeLeak(2)}\n`)
  repository.git(['add', 'a.txt'])
  const tried = tryCommit(repository, ['commit', '--include', '-m', 'b', 'b.txt'])
  expect(tried).toEqual(stopped('index a.txt:2:1', 'index b.txt:2:1'))
})

test('git commit PATH in a subfolder, with a hook that changes its folder', () => {
  const repository = withHook({ 'sub/a.txt': 'a\n', 'b.txt': 'b\n' })
  installScanHook(repository, { before: 'cd sub' })
  repository.write('sub/a.txt', `${leak}\n`)
  const cwd = join(repository.path, 'sub')
  expect(tryCommit(repository, ['commit', '-m', 'a', 'a.txt'], { cwd })).toEqual(stopped('index sub/a.txt:1:1'))
  repository.git(['add', 'a.txt'], { cwd })
  expect(tryCommit(repository, ['commit', '-m', 'a'], { cwd })).toEqual(stopped('index sub/a.txt:1:1'))
})

test('git commit in a linked worktree', () => {
  const repository = withHook()
  const cwd = join(repository.folder, 'linked')
  repository.git(['worktree', 'add', '--quiet', '-b', 'topic', cwd])
  repository.write('../linked/a.txt', `a\n${leak}\n`)
  expect(tryCommit(repository, ['commit', '-a', '-m', 'a'], { cwd })).toEqual(stopped('index a.txt:2:1'))
  expect(tryCommit(repository, ['commit', '-m', 'a', 'a.txt'], { cwd })).toEqual(stopped('index a.txt:2:1'))
})

test('git commit with --git-dir and --work-tree, from somewhere else', () => {
  const repository = withHook()
  repository.write('a.txt', `a\n${leak}\n`)
  mkdirSync(join(repository.folder, 'elsewhere'))
  const args = ['--git-dir=../repository/.git', '--work-tree=../repository', 'commit', '-a', '-m', 'a']
  expect(() => repository.git(['rev-parse', 'HEAD'], { cwd: join(repository.folder, 'elsewhere') })).toThrow(
    /not a git/,
  )
  const cwd = join(repository.folder, 'elsewhere')
  expect(tryCommit({ ...repository, git: from(repository, cwd) }, args)).toEqual(stopped('index a.txt:2:1'))
})

/** Commands about HEAD run where the repository is, the commit itself in another folder. */
function from({ git }: TestRepository, cwd: string): TestRepository['git'] {
  return (args, options) => git(args, args[0]?.startsWith('--git-dir') ? { ...options, cwd } : options)
}

test('git commit --amend: what HEAD holds already is no new leak, what is added is', () => {
  const repository = withHook({ 'a.txt': `${makeLeak(1)}\n` })
  repository.write('a.txt', `more\n${makeLeak(1)}\n`)
  repository.git(['add', 'a.txt'])
  expect(tryCommit(repository, ['commit', '--amend', '-m', 'amended'])).toEqual(PASSED)
  repository.write('a.txt', `more\n${makeLeak(1)}\n${makeLeak(2)}\n`)
  repository.git(['add', 'a.txt'])
  expect(tryCommit(repository, ['commit', '--amend', '--no-edit'])).toEqual(stopped('index a.txt:3:1'))
})

test('git commit --amend of the first commit', () => {
  const repository = withHook({ 'a.txt': 'a\n' })
  repository.write('b.txt', `${leak}\n`)
  repository.git(['add', 'b.txt'])
  expect(tryCommit(repository, ['commit', '--amend', '--no-edit'])).toEqual(stopped('index b.txt:1:1'))
})
