import { describe, expect, test } from 'vitest'
import { makeLeak } from '../../fixtures/leaks/make-leak.ts'
import type { TestRepository } from '../../fixtures/repositories/create-repository.ts'
import { newRepository } from '../../fixtures/repositories/new-repository.ts'
import { installScanHook } from './install-scan-hook.ts'
import { CLEAN, leaks, told } from './told.ts'
import { PASSED, stopped, tryCommit } from './try-commit.ts'

const leak = makeLeak()
const lines = Array.from({ length: 20 }, (_, n) => `line ${n}\n`).join('')

/** Runs a git command that stops at a conflict. */
function intoConflict(repository: TestRepository, args: readonly string[]): void {
  expect(() => repository.git(args)).toThrow()
  expect(repository.git(['ls-files', '--unmerged'])).not.toBe('')
}

/** Two branches that changed the same line of a.txt; `theirs` also holds other files. HEAD is on main. */
function diverged(theirs: Readonly<Record<string, string>> = {}): TestRepository {
  const repository = newRepository()
  repository.commit('base', { 'a.txt': 'base\n' })
  repository.git(['checkout', '--quiet', '-b', 'topic'])
  repository.commit('theirs', { 'a.txt': 'theirs\n', ...theirs })
  repository.git(['checkout', '--quiet', 'main'])
  repository.commit('ours', { 'a.txt': 'ours\n' })
  installScanHook(repository, { hook: 'pre-commit' })
  installScanHook(repository, { hook: 'pre-merge-commit' })
  return repository
}

describe('a conflicted index', () => {
  test('is not scanned as far as it is in conflict, and that is said', async () => {
    const repository = diverged({ 'b.txt': 'b\n' })
    intoConflict(repository, ['merge', 'topic'])
    expect(await told(repository.path, ['--staged'])).toEqual({
      code: 2,
      found: [],
      notScanned: ['a.txt: in conflict: resolve it, then git add it'],
    })
    expect((await told(repository.path, ['--staged', '--allow-incomplete'])).code).toBe(0)
  })

  test('beside something staged: that is found', async () => {
    const repository = diverged()
    intoConflict(repository, ['merge', 'topic'])
    repository.write('c.txt', `${leak}\n`)
    repository.git(['add', 'c.txt'])
    expect(await told(repository.path, ['--staged'])).toEqual({
      code: 1,
      found: ['index c.txt:1:1'],
      notScanned: ['a.txt: in conflict: resolve it, then git add it'],
    })
  })

  test.each([
    ['deleted by us', ['rm', '--quiet', 'a.txt'], undefined],
    ['deleted by them', undefined, ['rm', '--quiet', 'a.txt']],
  ])('a file %s', async (_, ours, theirs) => {
    const repository = newRepository()
    repository.commit('base', { 'a.txt': 'base\n', 'b.txt': 'b\n' })
    repository.git(['checkout', '--quiet', '-b', 'topic'])
    if (theirs) repository.git(theirs)
    repository.commit('theirs', theirs ? {} : { 'a.txt': `${leak}\n` })
    repository.git(['checkout', '--quiet', 'main'])
    if (ours) repository.git(ours)
    repository.commit('ours', ours ? {} : { 'a.txt': `${leak}\n` })
    intoConflict(repository, ['merge', 'topic'])
    expect(await told(repository.path, ['--staged'])).toMatchObject({
      code: 2,
      notScanned: ['a.txt: in conflict: resolve it, then git add it'],
    })
  })
})

describe('during a merge', () => {
  test('what the merged branch holds at its path is no new leak', () => {
    const repository = diverged({ 'b.txt': `${leak}\n` })
    intoConflict(repository, ['merge', 'topic'])
    repository.write('a.txt', 'both\n')
    repository.git(['add', 'a.txt'])
    expect(tryCommit(repository, ['commit', '-m', 'merge'])).toEqual(PASSED)
  })

  test('what the resolution brings in is one', () => {
    const repository = diverged({ 'b.txt': `${makeLeak(1)}\n` })
    intoConflict(repository, ['merge', 'topic'])
    repository.write('a.txt', `both\n${makeLeak(2)}\n`)
    repository.git(['add', 'a.txt'])
    expect(tryCommit(repository, ['commit', '-m', 'merge'])).toEqual(stopped('index a.txt:2:1'))
  })

  test('a resolution that keeps their secret, or ours', () => {
    const repository = newRepository()
    repository.commit('base', { 'a.txt': 'base\n' })
    repository.git(['checkout', '--quiet', '-b', 'topic'])
    repository.commit('theirs', { 'a.txt': `theirs ${makeLeak(1)}\n` })
    repository.git(['checkout', '--quiet', 'main'])
    repository.commit('ours', { 'a.txt': `ours ${makeLeak(2)}\n` })
    installScanHook(repository)
    intoConflict(repository, ['merge', 'topic'])
    repository.write('a.txt', `${makeLeak(1)}\n${makeLeak(2)}\n`)
    repository.git(['add', 'a.txt'])
    expect(tryCommit(repository, ['commit', '-m', 'merge'])).toEqual(PASSED)
  })

  test('a merge without conflict, before its commit', async () => {
    const repository = diverged()
    repository.git(['reset', '--quiet', '--hard', 'HEAD~1'])
    repository.git(['checkout', '--quiet', 'topic'])
    repository.git(['checkout', '--quiet', '-b', 'other', 'main'])
    repository.commit('more', { 'other.txt': `${leak}\n` })
    repository.git(['checkout', '--quiet', 'topic'])
    repository.git(['merge', '--quiet', '--no-commit', '--no-ff', 'other'])
    expect(await told(repository.path, ['--staged'])).toEqual(CLEAN)
    repository.write('a.txt', `${makeLeak(2)}\n`)
    repository.git(['add', 'a.txt'])
    expect(await told(repository.path, ['--staged'])).toEqual(leaks('index a.txt:1:1'))
  })

  test('a merge that commits by itself: pre-merge-commit', () => {
    const repository = diverged()
    repository.git(['checkout', '--quiet', '-b', 'other', 'main~1'])
    repository.commit('more', { 'other.txt': `${leak}\n` })
    repository.git(['checkout', '--quiet', 'main'])
    expect(tryCommit(repository, ['merge', '--quiet', '-m', 'merge', 'other'])).toEqual(PASSED)
  })

  test('an octopus merge: each of the merged branches counts', async () => {
    const repository = newRepository()
    repository.commit('base', { 'a.txt': 'base\n' })
    for (const n of [1, 2]) {
      repository.git(['checkout', '--quiet', '-b', `topic-${n}`, 'main'])
      repository.commit(`topic ${n}`, { [`${n}.txt`]: `${makeLeak(n)}\n` })
    }
    repository.git(['checkout', '--quiet', 'main'])
    repository.git(['merge', '--quiet', '--no-commit', '--no-ff', 'topic-1', 'topic-2'])
    expect(await told(repository.path, ['--staged'])).toEqual(CLEAN)
    repository.write('3.txt', `${makeLeak(1)}\n`)
    repository.git(['add', '3.txt'])
    expect(await told(repository.path, ['--staged'])).toEqual(leaks('index 3.txt:1:1'))
  })

  test('a file that they renamed and we edited: its old secret is no new leak', async () => {
    const repository = newRepository()
    repository.commit('base', { 'old.txt': `${lines}${leak}\n` })
    repository.git(['checkout', '--quiet', '-b', 'topic'])
    repository.git(['mv', 'old.txt', 'new.txt'])
    repository.commit('theirs')
    repository.git(['checkout', '--quiet', 'main'])
    repository.commit('ours', { 'old.txt': `ours\n${lines}${leak}\n` })
    repository.git(['merge', '--quiet', '--no-commit', '--no-ff', 'topic'])
    expect(repository.git(['diff', '--cached', '--name-only', '--no-renames'])).toBe('new.txt\nold.txt')
    expect(await told(repository.path, ['--staged'])).toEqual(CLEAN)
  })

  test('a file that we renamed and they edited: their secret is no new leak', async () => {
    const repository = newRepository()
    repository.commit('base', { 'old.txt': lines })
    repository.git(['checkout', '--quiet', '-b', 'topic'])
    repository.commit('theirs', { 'old.txt': `${lines}${leak}\n` })
    repository.git(['checkout', '--quiet', 'main'])
    repository.git(['mv', 'old.txt', 'new.txt'])
    repository.commit('ours')
    repository.git(['merge', '--quiet', '--no-commit', '--no-ff', 'topic'])
    expect(repository.git(['diff', '--cached', '--name-only', '--no-renames'])).toBe('new.txt')
    expect(await told(repository.path, ['--staged'])).toEqual(CLEAN)
  })
})

test('git merge --squash makes one new commit of what it takes over', async () => {
  const repository = diverged()
  repository.git(['checkout', '--quiet', '-b', 'other', 'main'])
  repository.commit('more', { 'other.txt': `${leak}\n` })
  repository.git(['checkout', '--quiet', 'main'])
  repository.git(['merge', '--quiet', '--squash', 'other'])
  expect(tryCommit(repository, ['commit', '-m', 'squashed'])).toEqual(stopped('index other.txt:1:1'))
})

describe('during a rebase', () => {
  // `git rebase --continue` runs no pre-commit hook: what is there to be scanned is scanned by hand.
  test('the resolution of a conflict', async () => {
    const repository = diverged({ 'b.txt': 'b\n' })
    repository.git(['checkout', '--quiet', 'topic'])
    intoConflict(repository, ['rebase', 'main'])
    repository.write('a.txt', `both\n${leak}\n`)
    repository.git(['add', 'a.txt'])
    expect(await told(repository.path, ['--staged'])).toEqual(leaks('index a.txt:2:1'))
    repository.write('a.txt', 'both\n')
    repository.git(['add', 'a.txt'])
    expect(await told(repository.path, ['--staged'])).toEqual(CLEAN)
  })

  test('a commit made where it stops', () => {
    const repository = diverged()
    repository.git(['checkout', '--quiet', 'topic'])
    intoConflict(repository, ['rebase', 'main'])
    repository.write('a.txt', 'both\n')
    repository.write('b.txt', `${leak}\n`)
    repository.git(['add', 'a.txt', 'b.txt'])
    expect(tryCommit(repository, ['commit', '-m', 'by hand'])).toEqual(stopped('index b.txt:1:1'))
  })
})

describe('during a cherry-pick', () => {
  test('the resolution of a conflict', () => {
    const repository = diverged()
    intoConflict(repository, ['cherry-pick', 'topic'])
    repository.write('a.txt', `both\n ${leak}\n`)
    repository.git(['add', 'a.txt'])
    expect(tryCommit(repository, ['commit', '--no-edit'])).toEqual(stopped('index a.txt:2:2'))
    repository.write('a.txt', 'both\n')
    repository.git(['add', 'a.txt'])
    expect(tryCommit(repository, ['cherry-pick', '--continue'])).toEqual(PASSED)
  })

  test('of a commit with a secret: it comes to this branch now', async () => {
    const repository = diverged()
    repository.git(['checkout', '--quiet', 'topic'])
    repository.commit('leak', { 'b.txt': `${leak}\n` })
    repository.git(['checkout', '--quiet', 'main'])
    repository.git(['cherry-pick', '--no-commit', 'topic'])
    expect(await told(repository.path, ['--staged'])).toEqual(leaks('index b.txt:1:1'))
  })
})

describe('during a revert', () => {
  test('that brings a secret back', () => {
    const repository = newRepository()
    repository.commit('leak', { 'a.txt': `${leak}\n` })
    repository.commit('mended', { 'a.txt': 'no key\n' })
    installScanHook(repository)
    repository.git(['revert', '--no-commit', 'HEAD'])
    expect(tryCommit(repository, ['commit', '--no-edit'])).toEqual(stopped('index a.txt:1:1'))
  })

  test('the resolution of a conflict', () => {
    const repository = newRepository()
    repository.commit('one', { 'a.txt': 'one\n' })
    const two = repository.commit('two', { 'a.txt': 'two\n' })
    repository.commit('three', { 'a.txt': 'three\n' })
    installScanHook(repository)
    intoConflict(repository, ['revert', '--no-edit', two])
    repository.write('a.txt', `one and ${leak}\n`)
    repository.git(['add', 'a.txt'])
    expect(tryCommit(repository, ['commit', '--no-edit'])).toEqual(stopped('index a.txt:1:9'))
    repository.write('a.txt', 'one and three\n')
    repository.git(['add', 'a.txt'])
    expect(tryCommit(repository, ['revert', '--continue'])).toEqual(PASSED)
  })
})
