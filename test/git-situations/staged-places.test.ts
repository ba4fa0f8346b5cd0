import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { makeLeak } from '../../fixtures/leaks/make-leak.ts'
import { newRepository } from '../../fixtures/repositories/new-repository.ts'
import { reportOf } from '../cli/run-keyscan.ts'
import { CLEAN, leaks, summaryOf, told } from './told.ts'

const leak = makeLeak()

describe('run from a subfolder', () => {
  test('files above it count, and paths are those of the repository', async () => {
    const { path, write, git, commit } = newRepository()
    commit('first', { 'sub/deep/c.txt': 'c\n' })
    write('a.txt', `${makeLeak(1)}\n`)
    write('sub/b.txt', `${makeLeak(2)}\n`)
    git(['add', '.'])
    const expected = leaks('index a.txt:1:1', 'index sub/b.txt:1:1')
    expect(await told(join(path, 'sub', 'deep'), ['--staged'])).toEqual(expected)
    expect(await told(path, ['--staged', '-C', 'sub'])).toEqual(expected)
  })

  test('what was there before is found there as well', async () => {
    const { path, write, git, commit } = newRepository()
    commit('first', { 'a.txt': `${leak}\n`, 'old.txt': `${leak}\n`, 'sub/c.txt': 'c\n' })
    write('a.txt', `more\n${leak}\n`)
    git(['mv', 'old.txt', 'new.txt'])
    git(['add', '.'])
    expect(await told(join(path, 'sub'), ['--staged'])).toEqual(CLEAN)
  })

  test('diff.relative has no say', async () => {
    const { path, write, git, commit } = newRepository()
    git(['config', 'diff.relative', 'true'])
    commit('first', { 'sub/c.txt': 'c\n' })
    write('a.txt', `${leak}\n`)
    git(['add', '.'])
    expect(await told(join(path, 'sub'), ['--staged'])).toEqual(leaks('index a.txt:1:1'))
  })
})

describe('a .env that is staged by force, in spite of .gitignore', () => {
  test('the file itself and what is in it', async () => {
    const { path, write, git, commit } = newRepository()
    commit('first', { '.gitignore': '.env\n' })
    write('.env', `NAME=value\nGITHUB_TOKEN=${leak}\n`)
    git(['add', '--force', '.env'])
    const { code, found, notScanned } = await told(path, ['--staged'])
    expect({ code, notScanned }).toEqual({ code: 1, notScanned: [] })
    expect(found).toContain('index .env:2:14')
    expect(found).toContain('dotenv-file index .env:1:1')
    expect(found).toHaveLength(2)
  })

  test('beside a file that holds its value', async () => {
    const { path, write, git, commit } = newRepository()
    commit('first', { '.gitignore': '.env\n' })
    write('.env', `GITHUB_TOKEN=${leak}\n`)
    write('a.txt', `${leak}\n`)
    git(['add', 'a.txt'])
    expect(await told(path, ['--staged'])).toEqual(leaks('index a.txt:1:1'))
  })
})

describe('files that the work tree does not follow', () => {
  test('skip-worktree', async () => {
    const { path, write, git, commit } = newRepository()
    commit('first', { 'a.txt': 'a\n' })
    write('a.txt', `${leak}\n`)
    git(['add', 'a.txt'])
    git(['update-index', '--skip-worktree', 'a.txt'])
    write('a.txt', 'other\n')
    expect(await told(path, ['--staged'])).toEqual(leaks('index a.txt:1:1'))
  })

  test('skip-worktree, with the secret in the work tree only', async () => {
    const { path, write, git, commit } = newRepository()
    commit('first', { 'a.txt': 'a\n' })
    git(['update-index', '--skip-worktree', 'a.txt'])
    write('a.txt', `${leak}\n`)
    expect(await told(path, ['--staged'])).toEqual(CLEAN)
  })

  test('assume-unchanged', async () => {
    const { path, write, git, commit } = newRepository()
    commit('first', { 'a.txt': 'a\n' })
    write('a.txt', `${leak}\n`)
    git(['add', 'a.txt'])
    git(['update-index', '--assume-unchanged', 'a.txt'])
    rmSync(join(path, 'a.txt'))
    expect(await told(path, ['--staged'])).toEqual(leaks('index a.txt:1:1'))
  })

  test.each([
    ['cone', ['--cone', 'in']],
    ['patterns', ['--no-cone', '/in/']],
    ['sparse index', ['--cone', '--sparse-index', 'in']],
  ])('a sparse checkout: %s', async (_, set) => {
    const { path, write, git, commit } = newRepository()
    commit('first', { 'in/a.txt': 'a\n', 'out/b.txt': `${makeLeak(1)}\n`, 'out/c.txt': 'c\n' })
    git(['sparse-checkout', 'set', ...set])
    write('in/a.txt', `${makeLeak(2)}\n`)
    git(['add', '.'])
    expect(await told(path, ['--staged'])).toEqual(leaks('index in/a.txt:1:1'))
    const id = git(['hash-object', '-w', '--stdin'], { input: `out ${makeLeak(3)}\n` })
    git(['update-index', '--add', '--cacheinfo', `100644,${id},out/c.txt`])
    expect(await told(path, ['--staged'])).toEqual(leaks('index in/a.txt:1:1', 'index out/c.txt:1:5'))
  })
})

test('odd paths are told as they are', async () => {
  const { path, write, git } = newRepository()
  const names = ['with space', '"quoted"', 'tab\t', 'line\nfeed', '-dash', 'ümlaut', ':(top)magic', '*.txt']
  for (const name of names) write(name, `${leak}\n`)
  write(Buffer.from('caf\xe9.txt', 'latin1'), `${leak}\n`)
  git(['add', '--all'])
  const places = [...names, 'caf\\xe9.txt'].sort().map(name => `${name}:1:1`)
  expect(await told(path, ['--staged'])).toEqual(leaks(`index ${places.join(' ')}`))
})

test('a merely edited file with an odd path has its old secret still', async () => {
  const { path, write, git, commit } = newRepository()
  const odd = Buffer.from('caf\xe9 "\t.txt', 'latin1')
  write(odd, `${leak}\n`)
  commit('first')
  write(odd, `more\n${leak}\n`)
  git(['add', '--all'])
  expect(await told(path, ['--staged'])).toEqual(CLEAN)
})

test('10,000 staged files', async () => {
  const { path, git, commit } = newRepository()
  commit('first', { 'a.txt': 'a\n' })
  const at = (n: number): string => `folder-${n % 100}/file-${n}.txt`
  const files = Array.from({ length: 10_000 }, (_, n) => {
    const content = n === 7777 ? `file ${n}\n key: ${leak}\n` : `file ${n}\n`
    return `M 100644 inline ${at(n)}\ndata ${content.length}\n${content}\n`
  })
  // By fast-import: ten thousand files on disk would take a test far longer than they take the scan.
  const who = 'committer a <a@example.invalid> 0 +0000'
  git(['fast-import', '--quiet'], { input: `commit refs/heads/many\n${who}\ndata 0\n\n${files.join('')}` })
  git(['read-tree', 'many'])
  const report = await reportOf(path, ['--staged'])
  expect(summaryOf(report)).toEqual(leaks(`index ${at(7777)}:2:7`))
  expect(report.scan.counts.blobs).toBe(10_000)
})
