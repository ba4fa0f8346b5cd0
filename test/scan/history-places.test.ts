import { describe, expect, test } from 'vitest'
import { makeLeak } from '../../fixtures/leaks/make-leak.ts'
import type { TestRepository } from '../../fixtures/repositories/create-repository.ts'
import { newRepository } from '../../fixtures/repositories/new-repository.ts'
import { reportOf } from '../cli/run-keyscan.ts'
import { leaks, told } from '../git-situations/told.ts'

const leak = makeLeak()

/** Five versions of a.txt that all hold the leak, at another line each. */
function versions(): TestRepository {
  const repository = newRepository()
  for (let i = 0; i < 5; i++) repository.commit(`version ${i}`, { 'a.txt': `${'line\n'.repeat(i)}${leak}\n` })
  return repository
}

describe('of many versions', () => {
  test('the first and the one at a tip are told, all are counted', async () => {
    const { findings } = await reportOf(versions().path, ['--history'])
    expect(findings.map(one => one.versions)).toEqual([5])
    expect(findings[0]!.places.map(({ line, inHead }) => [line, inHead])).toEqual([
      [1, false],
      [5, true],
    ])
  })

  test('all with --all-places', async () => {
    const { findings } = await reportOf(versions().path, ['--history', '--all-places'])
    expect(findings[0]!.places.map(({ line }) => line)).toEqual([1, 2, 3, 4, 5])
  })

  test('one at the tip of another branch is told as well', async () => {
    const repository = versions()
    repository.git(['branch', 'other', 'HEAD~2'])
    const { findings } = await reportOf(repository.path, ['--history'])
    expect(findings[0]!.places.map(({ line }) => line)).toEqual([1, 3, 5])
  })

  test('where it is gone, the first', async () => {
    const repository = versions()
    repository.commit('gone', { 'a.txt': 'nothing\n' })
    expect(await told(repository.path, ['--history'])).toEqual(leaks('unpushed a.txt:1:1'))
  })
})

test('what everybody has is told before what a rebase has left behind, however old that is', async () => {
  const repository = newRepository()
  repository.commit('base', { 'b.txt': 'b\n' })
  repository.commit('first try', { 'a.txt': `first\n${leak}\n` })
  repository.git(['reset', '--quiet', '--hard', 'HEAD~1'])
  repository.git(['reflog', 'expire', '--expire=now', '--all'])
  repository.commit('second try', { 'a.txt': `${leak}\n` })
  repository.git(['update-ref', 'refs/remotes/origin/main', 'HEAD'])
  repository.commit('gone', { 'a.txt': 'nothing\n' })
  expect(await told(repository.path, ['--history'])).toEqual(leaks('pushed a.txt:1:1'))
})

describe('a comment that lets it through', () => {
  test('in one version hides no other version', async () => {
    const repository = newRepository()
    repository.commit('allowed', { 'a.txt': `${leak} // keyscan:allow a test\n` })
    repository.commit('not allowed', { 'a.txt': `x\n${leak}\n` })
    repository.commit('gone', { 'a.txt': 'nothing\n' })
    expect(await told(repository.path, ['--history'])).toEqual(leaks('unpushed a.txt:2:1'))
  })

  test.each([[['--history']], [['--range', 'HEAD~2..HEAD']]])(
    'counts once, however many versions and paths: %j',
    async args => {
      const repository = newRepository()
      repository.commit('nothing')
      for (const i of [1, 2]) {
        const content = `${i}\n${leak} // keyscan:allow a test\n`
        repository.commit(`allowed ${i}`, { 'a.txt': content, 'b.txt': content })
      }
      const { code, scan } = await reportOf(repository.path, args)
      expect({ code, allowed: scan.counts.allowed }).toEqual({ code: 0, allowed: 1 })
    },
  )

  test('does not count where the secret is told anyway, nor where the path is left out', async () => {
    const repository = newRepository()
    repository.commit('both', { 'a.txt': `${leak}\n`, 'b.txt': `${leak} // keyscan:allow a test\n` })
    expect((await reportOf(repository.path, ['--history'])).scan.counts.allowed).toBe(0)
    const other = newRepository()
    other.commit('left out', { '.keyscan.toml': 'exclude = ["b.txt"]\n', 'b.txt': `${leak} // keyscan:allow a test\n` })
    expect((await reportOf(other.path, ['--history'])).scan.counts.allowed).toBe(0)
  })
})

describe('paths that are left out', () => {
  const exclude = { '.keyscan.toml': 'exclude = ["vendor/**", "*.lock"]\n' }

  test.each([[['--history']], [['--range', 'HEAD~1..HEAD']]])(
    'are not told, in %j; the same blob elsewhere is',
    async args => {
      const repository = newRepository()
      repository.commit('first', exclude)
      repository.commit('second', {
        'vendor/a/b.txt': `${leak}\n`,
        'src/b.txt': `${leak}\n`,
        'x.lock': `${makeLeak(2)}\n`,
      })
      expect(await told(repository.path, args)).toEqual(leaks('head src/b.txt:1:1'))
    },
  )

  test('nor when staged or on disk', async () => {
    const repository = newRepository()
    repository.commit('first', exclude)
    repository.write('vendor/b.txt', `${leak}\n`)
    repository.git(['add', '--all'])
    expect(await told(repository.path, [])).toMatchObject({ code: 0, found: [] })
    expect(await told(repository.path, ['.'])).toMatchObject({ code: 0, found: [] })
  })
})

describe('files that are read by their name', () => {
  const env = 'DB_PASSWORD=plum-Kettle-47-marble\n'
  const found = ['dotenv-file head .env:1:1', 'dotenv-value head .env:1:13']

  test.each([[['--history']], [['--range', 'HEAD~1..HEAD']]])('a .env in %j', async args => {
    const repository = newRepository()
    repository.commit('first')
    repository.commit('second', { '.env': env })
    expect(await told(repository.path, args)).toEqual(leaks(...found))
  })

  test('a .env that was there before the range is nothing new, a value that came to it is', async () => {
    const repository = newRepository()
    repository.commit('first', { '.env': env })
    repository.commit('second', { '.env': `# edited\n${env}` })
    expect(await told(repository.path, ['--range', 'HEAD~1..HEAD'])).toMatchObject({ code: 0, found: [] })
    repository.commit('third', { '.env': `${env}ADMIN_PASSWORD=other-Kettle-48-marble\n` })
    expect(await told(repository.path, ['--range', 'HEAD~1..HEAD'])).toEqual(leaks('dotenv-value head .env:2:16'))
  })

  test.each([[['--history']], [['--range', 'HEAD~1..HEAD']]])(
    'what a rule of one’s own says, by a path with folders, in %j',
    async args => {
      const repository = newRepository()
      const rule =
        '[[rule]]\nid = "own-file"\ntitle = "Key of a deployment"\nseverity = "high"\nconfidence = "high"\npaths = ["deploy/*.key"]\nsource = "https://example.invalid"\n'
      repository.commit('first', { '.keyscan.toml': rule })
      repository.commit('second', { 'deploy/prod.key': 'anything\n', 'docs/prod.key': 'anything else\n' })
      expect(await told(repository.path, args)).toEqual(leaks('own-file head deploy/prod.key:1:1'))
    },
  )
})

describe('before', () => {
  test('a secret that only one parent of a merge had is nothing new there', async () => {
    const repository = newRepository()
    repository.commit('base', { 'a.txt': 'base\n' })
    repository.git(['checkout', '--quiet', '-b', 'topic'])
    repository.commit('theirs', { 'a.txt': `${leak}\ntheirs\n` })
    repository.git(['checkout', '--quiet', 'main'])
    repository.commit('ours', { 'a.txt': 'ours\n' })
    const before = repository.git(['rev-parse', 'topic'])
    repository.git(['merge', '--quiet', '--strategy=ours', '--no-commit', 'topic'])
    repository.commit('merge', { 'a.txt': `${leak}\nmerged\n` })
    expect(await told(repository.path, ['--range', `${before}..HEAD`])).toMatchObject({ code: 0, found: [] })
    expect(await told(repository.path, ['--range', 'main~1..HEAD'])).toMatchObject({ code: 1 })
  })

  test('one blob that stood at a .env and elsewhere is read as both', async () => {
    const repository = newRepository()
    const content = 'DB_PASSWORD=plum-Kettle-47-marble\n'
    repository.commit('first', { '.env': content, 'z.txt': content })
    repository.write('.env', `# edited\n${content}`)
    repository.write('z.txt', `edited\n${content}`)
    repository.git(['add', '--all', '--force'])
    expect(await told(repository.path, [])).toMatchObject({ code: 0, found: [] })
  })
})

test('only the rule that is asked for', async () => {
  const repository = newRepository()
  repository.commit('first', { 'a.txt': `${leak}\n`, '.env': 'DB_PASSWORD=plum-Kettle-47-marble\n' })
  expect(await told(repository.path, ['--history', '--rule', 'dotenv-file'])).toEqual(
    leaks('dotenv-file head .env:1:1'),
  )
  expect(await told(repository.path, ['--history', '--rule', 'github-personal-access-token'])).toEqual(
    leaks('head a.txt:1:1'),
  )
})
