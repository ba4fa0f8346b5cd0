import { describe, expect, test } from 'vitest'
import { makeLeak } from '../../fixtures/leaks/make-leak.ts'
import { newRepository } from '../../fixtures/repositories/new-repository.ts'
import { runKeyscan } from '../cli/run-keyscan.ts'
import { CLEAN, leaks, told } from './told.ts'

const leak = makeLeak()
const ZEROS = '0'.repeat(40)

describe('a bad range is an error, never "clean"', () => {
  test.each([
    ['a revision that is not there', 'nowhere..HEAD', /no such branch, tag or commit here: "nowhere"/],
    ['an end that is not there', 'HEAD..nowhere', /no such branch, tag or commit here: "nowhere"/],
    ['a commit that is not there', `${'1'.repeat(40)}..HEAD`, /the commit 1{40} is not in this repository/],
    ['no range at all', 'HEAD', /not a range: "HEAD"/],
    ['nothing on either side', '..', /not a range: "\.\."/],
    ['four dots', 'HEAD....HEAD', /not a range/],
    ['an option', '--all..HEAD', /needs a value|begins with a dash/],
    ['an option by =', '=--output=x..HEAD', /no such|not a range|begins with a dash/],
    ['a path', 'HEAD..HEAD -- a.txt', /no such/],
    ['a blob', 'HEAD..HEAD:a.txt', /no such/],
  ])('%s', async (_, range, message) => {
    const repository = newRepository()
    repository.commit('first', { 'a.txt': `${leak}\n` })
    const run = await runKeyscan(repository.path, ['--range', range])
    expect(run).toMatchObject({ code: 2, stdout: '' })
    expect(run.stderr).toMatch(message)
  })

  test('in a repository without a commit', async () => {
    const { path } = newRepository()
    const run = await runKeyscan(path, ['--range', 'HEAD~1..HEAD'])
    expect(run).toMatchObject({ code: 2, stdout: '' })
    expect(run.stderr).toMatch(/no such branch, tag or commit here/)
  })
})

test('what was there before the range began is no new leak, what it brings in is', async () => {
  const repository = newRepository()
  repository.commit('first', { 'a.txt': `${makeLeak(1)}\n` })
  repository.commit('second', { 'a.txt': `more\n${makeLeak(1)}\n`, 'b.txt': `b\n  ${makeLeak(2)}\n` })
  expect(await told(repository.path, ['--range', 'HEAD~1..HEAD'])).toEqual(leaks('head b.txt:2:3'))
})

test('a secret that comes and goes within the range', async () => {
  const repository = newRepository()
  repository.commit('first', { 'a.txt': 'a\n' })
  repository.commit('leak', { 'a.txt': `a\n${leak}\n` })
  repository.commit('mended', { 'a.txt': 'a\n' })
  expect(await told(repository.path, ['--range', 'HEAD~2..HEAD'])).toEqual(leaks('unpushed a.txt:2:1'))
})

test('a range without commits', async () => {
  const repository = newRepository()
  repository.commit('first', { 'a.txt': `${leak}\n` })
  expect(await told(repository.path, ['--range', 'HEAD..HEAD'])).toEqual(CLEAN)
})

test('a resolution that is in neither parent', async () => {
  const repository = newRepository()
  repository.commit('base', { 'a.txt': 'base\n' })
  repository.git(['checkout', '--quiet', '-b', 'topic'])
  repository.commit('theirs', { 'a.txt': 'theirs\n' })
  repository.git(['checkout', '--quiet', 'main'])
  const before = repository.commit('ours', { 'a.txt': 'ours\n' })
  repository.git(['merge', '--quiet', '--strategy=ours', '--no-commit', 'topic'])
  repository.commit('merge', { 'a.txt': `both\n${leak}\n` })
  expect(await told(repository.path, ['--range', `${before}..HEAD`])).toEqual(leaks('head a.txt:2:1'))
})

test('messages and authors of its commits', async () => {
  const repository = newRepository()
  repository.commit('first')
  repository.commit(`subject\n\nthe key is ${makeLeak(1)}`)
  const env = { GIT_AUTHOR_NAME: makeLeak(2) }
  repository.git(['commit', '--quiet', '--allow-empty', '-m', 'second'], { env })
  const { code, found } = await told(repository.path, ['--range', 'HEAD~2..HEAD'])
  expect(code).toBe(1)
  expect(found).toEqual(['head (commit author):3:8', 'unpushed (commit message):3:12'])
})

test('a range from a subfolder holds what is above it', async () => {
  const repository = newRepository()
  repository.commit('first', { 'sub/c.txt': 'c\n' })
  repository.commit('second', { 'a.txt': `${leak}\n` })
  expect(await told(repository.path, ['-C', 'sub', '--range', 'HEAD~1..HEAD'])).toEqual(leaks('head a.txt:1:1'))
})

describe('a push', () => {
  test('of a new branch: zeros for what was there', async () => {
    const repository = newRepository()
    repository.commit('first', { 'a.txt': `${makeLeak(1)}\n` })
    repository.git(['checkout', '--quiet', '-b', 'topic'])
    repository.commit('topic', { 'b.txt': `${makeLeak(2)}\n` })
    expect(await told(repository.path, ['--range', `${ZEROS}..topic`])).toEqual(leaks('head b.txt:1:1'))
    repository.git(['checkout', '--quiet', 'main'])
    expect(await told(repository.path, ['--range', `${ZEROS}..topic`])).toEqual(leaks('unpushed b.txt:1:1'))
  })

  test('of the first branch: everything is new', async () => {
    const repository = newRepository()
    repository.commit('first', { 'a.txt': `${makeLeak(1)}\n` })
    repository.commit('second', { 'b.txt': `${makeLeak(2)}\n` })
    expect(await told(repository.path, ['--range', `${ZEROS}..main`])).toEqual(
      leaks('head b.txt:1:1', 'unpushed a.txt:1:1'),
    )
  })

  test('of a branch that is deleted: zeros for what will be there', async () => {
    const repository = newRepository()
    repository.commit('first', { 'a.txt': `${leak}\n` })
    expect(await told(repository.path, ['--range', `HEAD..${ZEROS}`])).toEqual(CLEAN)
    expect(await told(repository.path, ['--range', `${'1'.repeat(40)}..${ZEROS}`])).toEqual(CLEAN)
    expect(await told(repository.path, ['--range', `${ZEROS}..${ZEROS}`])).toEqual(CLEAN)
  })

  test('by force: what the old end held is not new, what was rewritten is', async () => {
    const repository = newRepository()
    repository.commit('first', { 'a.txt': 'a\n' })
    const old = repository.commit('second', { 'b.txt': `${makeLeak(1)}\n` })
    repository.git(['reset', '--quiet', '--hard', 'HEAD~1'])
    repository.commit('rewritten', { 'b.txt': `again\n${makeLeak(1)}\n`, 'c.txt': `${makeLeak(2)}\n` })
    const { code, found } = await told(repository.path, ['--range', `${old}..HEAD`])
    expect(code).toBe(1)
    expect(found).toContain('head c.txt:1:1')
  })

  test('by force, of which the old end is gone: an error that says so', async () => {
    const repository = newRepository()
    repository.commit('first', { 'a.txt': 'a\n' })
    const old = repository.commit('second', { 'b.txt': 'b\n' })
    repository.git(['reset', '--quiet', '--hard', 'HEAD~1'])
    repository.commit('rewritten', { 'c.txt': `${leak}\n` })
    const clone = repository.clone('clone')
    const run = await runKeyscan(clone.path, ['--range', `${old}..HEAD`])
    expect(run).toMatchObject({ code: 2, stdout: '' })
    expect(run.stderr).toContain('after a forced push the old one may be gone for good')
  })

  test('of a lightweight tag', async () => {
    const repository = newRepository()
    repository.commit('first', { 'a.txt': 'a\n' })
    repository.commit('second', { 'b.txt': `${leak}\n` })
    repository.git(['tag', 'v1'])
    expect(await told(repository.path, ['--range', 'HEAD~1..v1'])).toEqual(leaks('head b.txt:1:1'))
  })

  test('of an annotated tag: its message counts', async () => {
    const repository = newRepository()
    repository.commit('first', { 'a.txt': 'a\n' })
    repository.git(['tag', '--annotate', '-m', `release\n\n${leak}`, 'v1'])
    expect(await told(repository.path, ['--range', `${ZEROS}..v1`])).toEqual(leaks('unpushed (tag message):3:1'))
  })

  test('of a tag that leads to commits which no branch holds', async () => {
    const repository = newRepository()
    repository.commit('first', { 'a.txt': 'a\n' })
    repository.git(['checkout', '--quiet', '--detach'])
    repository.commit('release', { 'b.txt': `${leak}\n` })
    repository.git(['tag', 'v1'])
    repository.git(['checkout', '--quiet', 'main'])
    expect(await told(repository.path, ['--range', `${ZEROS}..v1`])).toEqual(leaks('unpushed b.txt:1:1'))
  })
})

describe('a shallow clone', () => {
  test('whose base is missing and that holds nothing: said, exit 2', async () => {
    const repository = newRepository()
    const base = repository.commit('first', { 'a.txt': 'a\n' })
    repository.commit('second', { 'a.txt': 'b\n' })
    const clone = repository.clone('shallow', ['--depth=1'])
    const { code, found, notScanned } = await told(clone.path, ['--range', `${base}..HEAD`])
    expect({ code, found }).toEqual({ code: 2, found: [] })
    expect(notScanned[0]).toContain(`${base} is not in this shallow clone`)
    expect((await told(clone.path, ['--range', `${base}..HEAD`, '--allow-incomplete'])).code).toBe(0)
  })

  test('whose base is missing: what is there is scanned all the same', async () => {
    const repository = newRepository()
    const base = repository.commit('first', { 'a.txt': 'a\n' })
    repository.commit('second', { 'b.txt': `${leak}\n` })
    const clone = repository.clone('shallow', ['--depth=1'])
    const { code, found, notScanned } = await told(clone.path, ['--range', `${base}..HEAD`])
    expect({ code, found }).toEqual({ code: 1, found: ['pushed b.txt:1:1'] })
    expect(notScanned).not.toEqual([])
  })

  test('that holds the whole range: complete', async () => {
    const repository = newRepository()
    repository.commit('first', { 'a.txt': 'a\n' })
    repository.commit('second', { 'a.txt': `${makeLeak(1)}\n` })
    repository.commit('third', { 'b.txt': `${makeLeak(2)}\n` })
    const clone = repository.clone('shallow', ['--depth=2'])
    expect(await told(clone.path, ['--range', 'HEAD~1..HEAD'])).toEqual(leaks('pushed b.txt:1:1'))
  })
})
