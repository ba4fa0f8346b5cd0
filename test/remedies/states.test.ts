// Over 250 lines: a test for each way in which a secret can stand in a repository, carried out by git.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import type { TestRepository } from '../../fixtures/repositories/create-repository.ts'
import { newRepository } from '../../fixtures/repositories/new-repository.ts'
import { remediesFor } from '../../src/remedies/remedies-for.ts'
import type { RemedyInput } from '../../src/remedies/remedy-input.ts'
import type { Place, Remedy } from '../../src/types.ts'
import { ruleWith } from './rule.ts'
import { runCommands } from './run-commands.ts'

const SECRET = ['ex', 'a1b2c3d4e5f6g7h8i9j0'].join('_')
const MENDED = 'key = process.env.EXAMPLE_API_KEY\n'
const HARD_CODED = `key = '${SECRET}'\n`

let repository: TestRepository
beforeEach(() => {
  repository = newRepository()
})

const placeAt = (path: string, more: Partial<Place> = {}): Place => ({
  path,
  line: 1,
  column: 8,
  endLine: 1,
  endColumn: 31,
  ...more,
})

function stepsFor(input: Partial<RemedyInput> & Pick<RemedyInput, 'state' | 'places'>): readonly Remedy[] {
  return remediesFor({ rule: ruleWith(), mode: 'history', ...input })
}

function run(steps: readonly Remedy[], ...kinds: readonly Remedy['kind'][]): void {
  runCommands(steps, { cwd: repository.path, kinds })
}

const indexed = (path: string): string => repository.git(['show', `:${path}`])
const holds = (revisions: string, text = SECRET): boolean =>
  repository.git(['log', '-p', '-m', revisions]).includes(text)
const onDisk = (path: string): string => readFileSync(join(repository.path, path), 'utf8')

describe('in the index', () => {
  test('a changed file is unstaged, then staged mended', () => {
    const headCommit = repository.commit('first', { 'src/a.js': 'start\n' })
    repository.write('src/a.js', HARD_CODED)
    repository.git(['add', '.'])
    const steps = stepsFor({ state: 'index', mode: 'staged', places: [placeAt('src/a.js')], headCommit })
    run(steps, 'remove')
    expect(indexed('src/a.js')).toBe('start')
    expect(onDisk('src/a.js')).toBe(HARD_CODED)
    repository.write('src/a.js', MENDED)
    run(steps, 'verify')
    expect(indexed('src/a.js')).toBe(MENDED.trimEnd())
  })

  test('a new file leaves the index', () => {
    const headCommit = repository.commit('first', { a: '1' })
    repository.write('new.js', HARD_CODED)
    repository.git(['add', '.'])
    run(stepsFor({ state: 'index', places: [placeAt('new.js')], headCommit }), 'remove')
    expect(repository.git(['ls-files'])).toBe('a')
  })

  test('before the first commit, a file that has changed since it was added leaves the index and stays on disk', () => {
    repository.write('new.js', HARD_CODED)
    repository.git(['add', '.'])
    repository.write('new.js', `${HARD_CODED}more\n`)
    run(stepsFor({ state: 'index', places: [placeAt('new.js')], headCommit: null }), 'remove')
    expect(repository.git(['ls-files'])).toBe('')
    expect(onDisk('new.js')).toBe(`${HARD_CODED}more\n`)
  })

  test.each([
    ['with', 'dist\n'],
    ['without', 'dist'],
  ])('a .env leaves the index and is ignored from then on, %s a line end in .gitignore', (_, ignored) => {
    const headCommit = repository.commit('first', { '.gitignore': ignored })
    repository.write('config/.env', `KEY=${SECRET}\n`)
    repository.git(['add', '--force', 'config/.env'])
    const steps = stepsFor({
      state: 'index',
      places: [placeAt('config/.env')],
      headCommit,
      rule: ruleWith({ kind: 'dotenv' }),
    })
    run(steps, 'remove')
    expect(repository.git(['ls-files'])).toBe('.gitignore')
    expect(repository.git(['check-ignore', 'config/.env', 'dist'])).toBe('config/.env\ndist')
    expect(onDisk('config/.env')).toContain(SECRET)
    expect(steps.some(step => step.kind === 'replace')).toBe(false)
  })

  test.each([
    'a b.js',
    "it's.js",
    'a[1]*.js',
    '-rf.js',
    ':(top).js',
    '$(touch x).js',
    'a\nb.js',
    'ünï🙂.js',
    '~.js',
    'back\\slash.js',
    '"quoted".js',
    '\u202egnp.js',
  ])('works as printed for a path like %j, from a subfolder too', path => {
    const headCommit = repository.commit('first', { 'sub/keep.js': '1', 'a1.js': '1' })
    for (const inSubfolder of [false, true]) {
      repository.write(path, HARD_CODED)
      repository.write('a1.js', '2')
      repository.git(['add', '.'])
      const steps = stepsFor({ state: 'index', places: [placeAt(path)], headCommit, inSubfolder })
      const cwd = join(repository.path, inSubfolder ? 'sub' : '.')
      runCommands(steps, { cwd, kinds: ['remove'] })
      expect(repository.git(['diff', '--cached', '--name-only'])).toBe('a1.js')
      repository.write(path, MENDED)
      runCommands(steps, { cwd, kinds: ['verify'] })
      expect(indexed(path)).toBe(MENDED.trimEnd())
      expect(existsSync(join(cwd, 'x'))).toBe(false)
      repository.git(['reset', '-q'])
    }
  })
})

describe('in the last commit', () => {
  test('the commit is amended', () => {
    repository.commit('first', { a: '1' })
    const headCommit = repository.commit('second', { 'a.js': HARD_CODED })
    const places = [placeAt('a.js', { commit: headCommit, inHead: true })]
    const steps = stepsFor({ state: 'head', places, headCommit })
    repository.write('a.js', MENDED)
    run(steps, 'purge')
    expect(holds('HEAD')).toBe(false)
    expect(repository.git(['log', '--format=%s'])).toBe('second\nfirst')
  })

  test('a tracked .env is taken out and ignored', () => {
    const headCommit = repository.commit('first', { '.env': `KEY=${SECRET}\n`, a: '1' })
    const places = [placeAt('.env', { commit: headCommit, inHead: true })]
    run(stepsFor({ state: 'head', places, headCommit, rule: ruleWith({ kind: 'file' }) }), 'remove', 'purge')
    expect(holds('HEAD')).toBe(false)
    expect(repository.git(['ls-files'])).toBe('.gitignore\na')
    expect(onDisk('.env')).toContain(SECRET)
  })
})

describe('in an older commit that is not pushed', () => {
  function older(first: Record<string, string>, ...later: readonly Record<string, string>[]) {
    repository.commit('base', { base: '1' })
    const commit = repository.commit('leak', first)
    later.forEach((files, n) => {
      repository.commit(`later ${n}`, files)
    })
    return { commit, headCommit: repository.git(['rev-parse', 'HEAD']) }
  }

  test('the commit is mended and those after it stay', () => {
    const { commit, headCommit } = older({ 'a.js': HARD_CODED }, { b: '2' }, { c: '3' })
    const steps = stepsFor({ state: 'unpushed', places: [placeAt('a.js', { commit, inHead: true })], headCommit })
    repository.write('a.js', MENDED)
    repository.write('c', 'a local change')
    run(steps, 'purge')
    expect(holds('HEAD')).toBe(false)
    expect(repository.git(['log', '--format=%s'])).toBe('later 1\nlater 0\nleak\nbase')
    expect(indexed('a.js')).toBe(MENDED.trimEnd())
    expect(onDisk('c')).toBe('a local change')
  })

  test('merges in between are made anew', () => {
    const { commit } = older({ 'a.js': HARD_CODED })
    repository.git(['switch', '-q', '-c', 'side'])
    repository.commit('on the side', { side: '1' })
    repository.git(['switch', '-q', 'main'])
    repository.commit('on main', { main: '1' })
    repository.git(['merge', '-q', '--no-edit', 'side'])
    repository.git(['branch', '-D', 'side'])
    const headCommit = repository.git(['rev-parse', 'HEAD'])
    const steps = stepsFor({ state: 'unpushed', places: [placeAt('a.js', { commit, inHead: true })], headCommit })
    repository.write('a.js', MENDED)
    run(steps, 'purge')
    expect(holds('HEAD')).toBe(false)
    expect(repository.git(['log', '--merges', '--format=%s'])).toBe("Merge branch 'side'")
    expect(repository.git(['ls-files'])).toBe('a.js\nbase\nmain\nside')
  })

  test('a root commit is mended', () => {
    const commit = repository.commit('root', { 'a.js': HARD_CODED })
    const headCommit = repository.commit('later', { b: '1' })
    const places = [placeAt('a.js', { commit, inHead: true })]
    repository.write('a.js', MENDED)
    run(stepsFor({ state: 'unpushed', places, headCommit, hasParentCommit: false }), 'purge')
    expect(holds('HEAD')).toBe(false)
    expect(repository.git(['log', '--format=%s'])).toBe('later\nroot')
  })

  test('what has since changed in the same file becomes one new commit', () => {
    const { commit, headCommit } = older({ 'a.js': HARD_CODED }, { 'a.js': `${HARD_CODED}more\n` })
    const places = [
      placeAt('a.js', { commit, date: '2024-01-01T00:01:00Z' }),
      placeAt('a.js', { commit: headCommit, inHead: true, date: '2024-01-01T00:02:00Z' }),
    ]
    repository.write('a.js', `${MENDED}more\n`)
    run(stepsFor({ state: 'unpushed', places, headCommit }), 'purge')
    expect(holds('HEAD')).toBe(false)
    expect(repository.git(['log', '--format=%s'])).toBe('anew\nbase')
    expect(indexed('a.js')).toBe(`${MENDED}more`)
  })

  test('what a later commit took out again becomes one new commit, on the branch that holds it', () => {
    repository.commit('base', { base: '1' })
    repository.git(['switch', '-q', '-c', 'feature'])
    const commit = repository.commit('leak', { 'a.js': HARD_CODED })
    repository.commit('mended', { 'a.js': MENDED })
    repository.git(['switch', '-q', 'main'])
    const headCommit = repository.git(['rev-parse', 'HEAD'])
    const places = [placeAt('a.js', { commit, inHead: false, refs: ['refs/heads/feature'] })]
    run(stepsFor({ state: 'unpushed', places, headCommit }), 'replace', 'remove', 'purge')
    expect(holds('feature')).toBe(false)
    expect(repository.git(['rev-parse', 'main'])).toBe(headCommit)
    expect(repository.git(['show', 'feature:a.js'])).toBe(MENDED.trimEnd())
  })

  test('a .env is taken out of all commits since', () => {
    const { commit, headCommit } = older({ '.env': `KEY=${SECRET}\n` }, { b: '2' })
    const places = [placeAt('.env', { commit, inHead: true })]
    run(stepsFor({ state: 'unpushed', places, headCommit, rule: ruleWith({ kind: 'dotenv' }) }), 'remove', 'purge')
    expect(holds('HEAD')).toBe(false)
    expect(repository.git(['ls-files'])).toBe('.gitignore\nb\nbase')
    expect(onDisk('.env')).toContain(SECRET)
  })

  test('tags that hold the old commit are named and deleted', () => {
    const { commit, headCommit } = older({ 'a.js': HARD_CODED }, { b: '2' })
    repository.git(['tag', 'v1', commit])
    const places = [placeAt('a.js', { commit, inHead: true, refs: ['refs/heads/main', 'refs/tags/v1'] })]
    repository.write('a.js', MENDED)
    run(stepsFor({ state: 'unpushed', places, headCommit }), 'purge')
    expect(holds('--all')).toBe(false)
  })

  test('the last commit is amended whatever the state is called', () => {
    const { commit } = older({ 'a.js': HARD_CODED })
    const steps = stepsFor({
      state: 'unpushed',
      places: [placeAt('a.js', { commit, inHead: true })],
      headCommit: commit,
    })
    expect(steps.flatMap(step => step.commands ?? [])).toContain('git commit --amend --no-edit')
  })
})

describe('in a message', () => {
  test('of the last commit: it is written anew', () => {
    const headCommit = repository.commit(`with ${SECRET}`, { a: '1' })
    const places: readonly Place[] = [{ ...placeAt('x', { commit: headCommit }), in: 'commit message' }]
    run(stepsFor({ state: 'head', places, headCommit }), 'purge')
    expect(holds('HEAD')).toBe(false)
  })
})

describe('in the stash', () => {
  test('only the entries that hold it are dropped', () => {
    repository.commit('first', { a: '1', b: '1' })
    for (const content of ['keep 1', SECRET, 'keep 2', SECRET]) {
      repository.write('a', content)
      repository.git(['stash', 'push', '-q', '-m', content === SECRET ? 'leak' : content])
    }
    const places = [placeAt('a', { refs: ['refs/stash', 'stash@{0}'] }), placeAt('a', { refs: ['stash@{2}'] })]
    run(stepsFor({ state: 'unpushed', places }), 'purge')
    expect(repository.git(['stash', 'list', '--format=%gs'])).toBe('On main: keep 2\nOn main: keep 1')
  })
})

describe('dangling', () => {
  test('it is gone and every stash stays', () => {
    repository.commit('first', { a: '1' })
    repository.commit('leak', { a: SECRET })
    const blob = repository.git(['rev-parse', 'HEAD:a'])
    repository.git(['branch', 'never-logged'])
    repository.git(['-c', 'core.logAllRefUpdates=false', 'branch', '-f', 'never-logged', 'HEAD~'])
    repository.git(['reset', '-q', '--hard', 'HEAD~'])
    for (const content of ['one', 'two']) {
      repository.write('a', content)
      repository.git(['stash', 'push', '-q'])
    }
    repository.write('staged-once', `${SECRET} staged`)
    const staged = repository.git(['hash-object', '-w', 'staged-once'])
    run(stepsFor({ state: 'dangling', places: [{ ...placeAt('a'), blob }] }), 'purge')
    for (const id of [blob, staged]) expect(() => repository.git(['cat-file', '-e', id])).toThrow()
    expect(repository.git(['stash', 'list']).split('\n')).toHaveLength(2)
    expect(repository.git(['show', 'stash@{1}:a'])).toBe('one')
  })
})

describe('on disk', () => {
  test('a .env that git does not ignore is ignored from then on', () => {
    repository.write('.env', `KEY=${SECRET}\n`)
    run(
      stepsFor({ state: 'file', mode: 'paths', places: [placeAt('.env')], rule: ruleWith({ kind: 'dotenv' }) }),
      'remove',
    )
    expect(repository.git(['check-ignore', '.env'])).toBe('.env')
  })

  test('text from a pipe has no steps of git', () => {
    const steps = stepsFor({ state: 'file', mode: 'stdin', places: [{ ...placeAt('x'), in: 'standard input' }] })
    expect(steps.map(step => step.kind)).toEqual(['revoke', 'rotate'])
  })
})
