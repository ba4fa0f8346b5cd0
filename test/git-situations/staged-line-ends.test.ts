import { describe, expect, test } from 'vitest'
import { makeLeak } from '../../fixtures/leaks/make-leak.ts'
import { newRepository } from '../../fixtures/repositories/new-repository.ts'
import { CLEAN, leaks, told } from './told.ts'

const leak = makeLeak()

describe('CRLF conversion', () => {
  test('of a whole file with an old secret: no new leak', async () => {
    const { path, write, git, commit } = newRepository()
    git(['config', 'core.autocrlf', 'false'])
    commit('first', { 'a.txt': `one\r\n${leak}\r\nthree\r\n` })
    git(['config', 'core.autocrlf', 'true'])
    write('.gitattributes', '* text=auto\n')
    git(['add', '--renormalize', '.'])
    expect(git(['diff', '--cached', '--name-only'])).toBe('a.txt')
    expect(await told(path, ['--staged'])).toEqual(CLEAN)
  })

  test('of a new file: the place is that in the index', async () => {
    const { path, write, git } = newRepository()
    git(['config', 'core.autocrlf', 'true'])
    write('a.txt', `one\r\n${leak}\r\nthree\r\n`)
    git(['add', 'a.txt'])
    expect(git(['cat-file', 'blob', ':a.txt'])).not.toContain('\r')
    expect(await told(path, ['--staged'])).toEqual(leaks('index a.txt:2:1'))
  })

  test('kept: CRLF in the index', async () => {
    const { path, write, git } = newRepository()
    git(['config', 'core.autocrlf', 'false'])
    write('a.txt', `one\r\n key=${leak}\r\nthree\r\n`)
    git(['add', 'a.txt'])
    expect(git(['cat-file', 'blob', ':a.txt'])).toContain('\r')
    expect(await told(path, ['--staged'])).toEqual(leaks('index a.txt:2:6'))
  })
})
