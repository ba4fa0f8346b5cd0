import { describe, expect, test } from 'vitest'
import { makeLeak } from '../../fixtures/leaks/make-leak.ts'
import { newRepository } from '../../fixtures/repositories/new-repository.ts'
import { CLEAN, leaks, told } from './told.ts'

const leak = makeLeak()

describe('an old secret', () => {
  test('in a file that is edited elsewhere', async () => {
    const { path, write, git, commit } = newRepository()
    commit('first', { 'a.txt': `one\n${leak}\nthree\n` })
    write('a.txt', `one\n${leak}\nthree\nfour\n`)
    git(['add', '.'])
    expect(await told(path, ['--staged'])).toEqual(CLEAN)
  })

  test('that is re-indented', async () => {
    const { path, write, git, commit } = newRepository()
    commit('first', { 'a.txt': `key = "${leak}"\n` })
    write('a.txt', `\t\tkey = "${leak}"\n`)
    git(['add', '.'])
    expect(await told(path, ['--staged'])).toEqual(CLEAN)
  })

  test('that is moved within the file', async () => {
    const { path, write, git, commit } = newRepository()
    commit('first', { 'a.txt': `${leak}\none\ntwo\n` })
    write('a.txt', `one\ntwo\n${leak}\n`)
    git(['add', '.'])
    expect(await told(path, ['--staged'])).toEqual(CLEAN)
  })

  test('that stands beside a new one: the new one only', async () => {
    const { path, write, git, commit } = newRepository()
    commit('first', { 'a.txt': `${makeLeak(1)}\n` })
    write('a.txt', `${makeLeak(1)} ${makeLeak(2)}\n`)
    git(['add', '.'])
    expect(await told(path, ['--staged'])).toEqual(leaks('index a.txt:1:42'))
  })

  test('that loses the comment which allowed it', async () => {
    const { path, write, git, commit } = newRepository()
    commit('first', { 'a.txt': `${leak} # keyscan:allow of a test\n` })
    write('a.txt', `${leak}\n`)
    git(['add', '.'])
    expect(await told(path, ['--staged'])).toEqual(CLEAN)
  })

  test('that moves into a file which exists already is new there', async () => {
    const { path, write, git, commit } = newRepository()
    commit('first', { 'a.txt': `one\n${leak}\n`, 'b.txt': 'two\n' })
    write('a.txt', 'one\n')
    write('b.txt', `two\n${leak}\n`)
    git(['add', '.'])
    expect(await told(path, ['--staged'])).toEqual(leaks('index b.txt:2:1'))
  })
})
