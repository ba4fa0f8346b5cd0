import { rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { makeLeak } from '../../fixtures/leaks/make-leak.ts'
import { newRepository } from '../../fixtures/repositories/new-repository.ts'
import { CLEAN, leaks, told } from './told.ts'

const leak = makeLeak()

describe('a staged rename', () => {
  const lines = Array.from({ length: 30 }, (_, n) => `line ${n}\n`).join('')

  test('of a file with an old secret: no new leak', async () => {
    const { path, git, commit } = newRepository()
    commit('first', { 'old.txt': `${lines}${leak}\n` })
    git(['mv', 'old.txt', 'new.txt'])
    expect(await told(path, ['--staged'])).toEqual(CLEAN)
  })

  test('with a change elsewhere in it: no new leak', async () => {
    const { path, write, git, commit } = newRepository()
    commit('first', { 'old.txt': `${lines}${leak}\n` })
    git(['mv', 'old.txt', 'new.txt'])
    write('new.txt', `more\n${lines}${leak}\n`)
    git(['add', '.'])
    expect(await told(path, ['--staged'])).toEqual(CLEAN)
  })

  test('that brings a secret in', async () => {
    const { path, write, git, commit } = newRepository()
    commit('first', { 'old.txt': `${lines}${makeLeak(1)}\n` })
    git(['mv', 'old.txt', 'new.txt'])
    write('new.txt', `${lines}${makeLeak(1)}\n${makeLeak(2)}\n`)
    git(['add', '.'])
    expect(await told(path, ['--staged'])).toEqual(leaks('index new.txt:32:1'))
  })

  test('of many files, whatever limit is configured', async () => {
    const { path, write, git, commit } = newRepository()
    git(['config', 'diff.renameLimit', '1'])
    const files = Array.from({ length: 5 }, (_, n) => [`old/${n}.txt`, `${n}\n${lines}${makeLeak(n)}\n`] as const)
    commit('first', Object.fromEntries(files))
    rmSync(join(path, 'old'), { recursive: true })
    for (const [file, content] of files) write(file.replace('old/', 'new/file-'), `more\n${content}`)
    git(['add', '.'])
    expect(await told(path, ['--staged'])).toEqual(CLEAN)
  })
})

test('a secret in the name of a staged file, and a rename away from it', async () => {
  const { path, write, git, commit } = newRepository()
  write(`folder/${leak}.txt`, 'a\n')
  git(['add', '.'])
  expect(await told(path, ['--staged'])).toMatchObject({ code: 1, found: [/^index .*:1:8$/] })
  commit('first')
  git(['mv', `folder/${leak}.txt`, 'folder/b.txt'])
  expect(await told(path, ['--staged'])).toEqual(CLEAN)
})

test('a staged copy: the secret comes to a new place', async () => {
  const { path, write, git, commit } = newRepository()
  commit('first', { 'a.txt': `${leak}\n` })
  write('copies/b.txt', `${leak}\n`)
  git(['add', '.'])
  expect(await told(path, ['--staged'])).toEqual(leaks('index copies/b.txt:1:1'))
})

test('a staged deletion takes a secret away', async () => {
  const { path, git, commit } = newRepository()
  commit('first', { 'a.txt': `${leak}\n` })
  git(['rm', '--quiet', 'a.txt'])
  expect(await told(path, ['--staged'])).toEqual(CLEAN)
})

describe('a staged type change', () => {
  test('of a link to a file', async () => {
    const { path, write, git, commit } = newRepository()
    symlinkSync('target', join(path, 'a.txt'))
    commit('first')
    rmSync(join(path, 'a.txt'))
    write('a.txt', `${leak}\n`)
    git(['add', 'a.txt'])
    expect(await told(path, ['--staged'])).toEqual(leaks('index a.txt:1:1'))
  })

  test('of a file to a link, whose target is the secret', async () => {
    const { path, git, commit } = newRepository()
    commit('first', { 'a.txt': 'a\n' })
    rmSync(join(path, 'a.txt'))
    symlinkSync(leak, join(path, 'a.txt'))
    git(['add', 'a.txt'])
    expect(await told(path, ['--staged'])).toEqual(leaks('index a.txt:1:1'))
  })

  test('of a file to a folder', async () => {
    const { path, write, git, commit } = newRepository()
    commit('first', { a: 'a\n' })
    rmSync(join(path, 'a'))
    write('a/b.txt', `${leak}\n`)
    git(['add', '--all'])
    expect(await told(path, ['--staged'])).toEqual(leaks('index a/b.txt:1:1'))
  })

  test('of a submodule to a file', async () => {
    const { path, write, git, commit } = newRepository()
    const id = commit('first', { 'a.txt': 'a\n' })
    git(['update-index', '--add', '--cacheinfo', `160000,${id},module`])
    git(['commit', '--quiet', '-m', 'submodule'])
    git(['rm', '--quiet', '--cached', 'module'])
    write('module', `${leak}\n`)
    git(['add', 'module'])
    expect(await told(path, ['--staged'])).toEqual(leaks('index module:1:1'))
  })
})

test('a mode change brings nothing in', async () => {
  const { path, git, commit } = newRepository()
  commit('first', { 'run.sh': `${leak}\n` })
  git(['update-index', '--chmod=+x', 'run.sh'])
  expect(await told(path, ['--staged'])).toEqual(CLEAN)
})

test('a submodule: named in the index, not entered', async () => {
  const { path, git, commit } = newRepository()
  const id = commit('first', { 'a.txt': 'a\n' })
  git(['update-index', '--add', '--cacheinfo', `160000,${id},module`])
  expect(await told(path, ['--staged'])).toEqual({ ...CLEAN, submodules: ['module'] })
})
