import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { makeLeak } from '../../fixtures/leaks/make-leak.ts'
import { newRepository } from '../../fixtures/repositories/new-repository.ts'
import { CLEAN, leaks, told } from './told.ts'

const leak = makeLeak()

test('no commit yet: the first commit would bring it in', async () => {
  const { path, write, git } = newRepository()
  write('a.txt', `first\nkey = ${leak}\n`)
  git(['add', '.'])
  expect(await told(path, ['--staged'])).toEqual(leaks('index a.txt:2:7'))
})

test('no commit yet, nothing staged: nothing to say', async () => {
  const { path, write } = newRepository()
  write('a.txt', `${leak}\n`)
  expect(await told(path, ['--staged'])).toEqual(CLEAN)
})

test('an orphan branch: everything in the index is new to it', async () => {
  const repository = newRepository()
  repository.commit('first', { 'a.txt': `${leak}\n` })
  repository.git(['checkout', '--quiet', '--orphan', 'other'])
  expect(await told(repository.path, ['--staged'])).toEqual(leaks('index a.txt:1:1'))
})

describe('part of a file staged: the index counts', () => {
  test('the secret is staged, the work tree is clean', async () => {
    const { path, write, git, commit } = newRepository()
    commit('first', { 'a.txt': 'one\n' })
    write('a.txt', `one\n  ${leak}\n`)
    git(['add', 'a.txt'])
    write('a.txt', 'one\n')
    expect(await told(path, ['--staged'])).toEqual(leaks('index a.txt:2:3'))
  })

  test('the index is clean, the secret is in the work tree only', async () => {
    const { path, write, git, commit } = newRepository()
    commit('first', { 'a.txt': 'one\n' })
    write('a.txt', 'one\ntwo\n')
    git(['add', 'a.txt'])
    write('a.txt', `one\ntwo\n${leak}\n`)
    expect(await told(path, ['--staged'])).toEqual(CLEAN)
  })

  test('one hunk of two, by a patch', async () => {
    const { path, write, git, commit } = newRepository()
    const lines = Array.from({ length: 30 }, (_, n) => `line ${n}\n`)
    commit('first', { 'a.txt': lines.join('') })
    write('a.txt', `${makeLeak(1)}\n${lines.join('')}${makeLeak(2)}\n`)
    // The first hunk is taken, the second is not.
    git(['add', '--patch', 'a.txt'], { input: 'y\nn\n' })
    expect(await told(path, ['--staged'])).toEqual(leaks('index a.txt:1:1'))
  })
})

test('staged, then deleted in the work tree', async () => {
  const { path, write, git, commit } = newRepository()
  commit('first', { 'b.txt': 'b\n' })
  write('a.txt', `${leak}\n`)
  git(['add', 'a.txt'])
  rmSync(join(path, 'a.txt'))
  expect(await told(path, ['--staged'])).toEqual(leaks('index a.txt:1:1'))
})

test('staged, then cleaned in the work tree', async () => {
  const { path, write, git, commit } = newRepository()
  commit('first', { 'a.txt': 'a\n' })
  write('a.txt', `a\n${leak}\n`)
  git(['add', 'a.txt'])
  git(['restore', '--worktree', '--source=HEAD', 'a.txt'])
  expect(git(['status', '--short'])).toBe('MM a.txt')
  expect(await told(path, ['--staged'])).toEqual(leaks('index a.txt:2:1'))
})

test('git add -N: nothing of the file would be committed yet', async () => {
  const { path, write, git, commit } = newRepository()
  commit('first', { 'b.txt': 'b\n' })
  write('a.txt', `${leak}\n`)
  git(['add', '--intent-to-add', 'a.txt'])
  expect(await told(path, ['--staged'])).toEqual(CLEAN)
})

test('git add -N next to a staged secret', async () => {
  const { path, write, git } = newRepository()
  write('a.txt', 'nothing\n')
  write('b.txt', `${leak}\n`)
  git(['add', '--intent-to-add', 'a.txt'])
  git(['add', 'b.txt'])
  expect(await told(path, ['--staged'])).toEqual(leaks('index b.txt:1:1'))
})

test('one secret staged in two files: one finding with both places', async () => {
  const { path, write, git } = newRepository()
  write('a.txt', `${leak}\n`)
  write('b.txt', `\n x ${leak}\n`)
  git(['add', '.'])
  expect(await told(path, ['--staged'])).toEqual(leaks('index a.txt:1:1 b.txt:2:4'))
})
