import { existsSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeEach, expect, test, vi } from 'vitest'
import type { TestRepository } from '../../fixtures/repositories/create-repository.ts'
import { newRepository } from '../../fixtures/repositories/new-repository.ts'
import { GIT_ARGUMENTS, gitEnvironment } from '../../src/git/git-environment.ts'
import { runGit } from '../../src/git/run-git.ts'

let repository: TestRepository
let first: string
beforeEach(() => {
  repository = newRepository()
  first = repository.commit('first', { 'sub/ä.txt': 'text\n'.repeat(20), other: 'other\n' })
  repository.git(['mv', 'sub/ä.txt', 'moved.txt'])
  repository.write('sub/deep', 'deep\n')
  repository.git(['add', '--all'])
  repository.git(['commit', '--quiet', '-m', 'second', '--author', 'ä <a@example.invalid>'])
  repository.git(['notes', 'add', '-m', 'a note'])
  repository.write('other', `changed\n${'context\n'.repeat(20)}`)
  repository.write('sub/ö', 'in the folder\n')
  repository.git(['add', '--all'])
})

/** Commands as sources and attribution use them, from a subfolder. */
const OURS: readonly (readonly string[])[] = [
  ['diff-index', '--cached', '--raw', '-z', 'HEAD'],
  ['log', '--raw', '-z', '--no-abbrev', '--format=%x01%H%n%an%n%aI'],
  ['log', '--raw', '-z', '--no-abbrev', '-M', '--format=%x01%H'],
  ['ls-files', '--stage', '-z'],
]

/** Commands that settings do change: nobody uses them, but with ours they would come out the same too. */
const EXPOSED: readonly (readonly string[])[] = [
  ['log', '-p', '--raw', '--show-notes'],
  ['log', '--raw', '--', '../moved.txt'],
  ['diff', '--cached'],
  ['ls-files', '--full-name', ':/'],
]

async function outputs(commands: readonly (readonly string[])[]): Promise<string[]> {
  const options = { cwd: join(repository.path, 'sub') }
  return Promise.all(commands.map(async command => String(await runGit(command, options))))
}

test.each([
  ['color.ui', 'always'],
  ['color.diff', 'always'],
  ['diff.noprefix', 'true'],
  ['diff.mnemonicPrefix', 'true'],
  ['diff.relative', 'true'],
  ['diff.renames', 'false'],
  ['diff.orderFile', 'no-such-file'],
  ['core.quotePath', 'false'],
  ['log.showRoot', 'false'],
  ['log.date', 'relative'],
  ['log.follow', 'true'],
  ['log.decorate', 'full'],
  ['log.abbrevCommit', 'true'],
  ['i18n.logOutputEncoding', 'ISO-8859-1'],
])('%s=%s has no influence, even on commands that it is made for', async (name, value) => {
  const before = await outputs([...OURS, ...EXPOSED])
  repository.git(['config', name, value])
  expect(await outputs([...OURS, ...EXPOSED])).toEqual(before)
})

test.each([
  ['core.quotePath', 'true'],
  ['diff.external', 'false'],
  ['log.showSignature', 'true'],
  ['diff.ignoreSubmodules', 'all'],
  ['diff.algorithm', 'patience'],
  ['core.pager', 'false'],
  ['core.hooksPath', 'nowhere'],
  ['core.abbrev', '5'],
  ['format.pretty', 'oneline'],
  ['submodule.recurse', 'true'],
  ['alias.log', 'version'],
  ['alias.diff-index', 'version'],
])('%s=%s has no influence on our commands', async (name, value) => {
  const before = await outputs(OURS)
  repository.git(['config', name, value])
  expect(await outputs(OURS)).toEqual(before)
})

test.each([
  ['GIT_EXTERNAL_DIFF', 'false'],
  ['GIT_NOTES_REF', 'refs/notes/other'],
  ['GIT_LITERAL_PATHSPECS', '1'],
  ['GIT_CONFIG_PARAMETERS', "'color.ui'='always' 'diff.relative'='true'"],
])('%s=%s has no influence', async (name, value) => {
  const before = await outputs([...OURS, ...EXPOSED])
  vi.stubEnv(name, value)
  expect(await outputs([...OURS, ...EXPOSED])).toEqual(before)
})

test('git speaks its own language, and of nothing but what went wrong', async () => {
  const words = () =>
    runGit(['rev-parse', '--verify', 'nowhere'], { cwd: repository.path }).catch(error => error.message)
  const before = await words()
  expect(before).toBe('git rev-parse: Needed a single revision')
  for (const [name, value] of [
    ['GIT_TRACE', '1'],
    ['LANGUAGE', 'de'],
    ['LANG', 'de_DE.UTF-8'],
    ['LC_ALL', 'de_DE.UTF-8'],
  ] as const) {
    vi.stubEnv(name, value)
  }
  expect(await words()).toBe(before)
})

test('core.fsmonitor is not run', async () => {
  const ran = join(repository.folder, 'ran')
  const program = join(repository.folder, 'fsmonitor')
  writeFileSync(program, `#!/bin/sh\ntouch '${ran}'\n`, { mode: 0o755 })
  repository.git(['config', 'core.fsmonitor', program])
  await runGit(['diff-files', '--raw', '-z'], { cwd: repository.path })
  await runGit(['ls-files', '--others', '-z'], { cwd: repository.path })
  expect(existsSync(ran)).toBe(false)
})

test('replaced and grafted commits are seen as they are', async () => {
  const list = async () => String(await runGit(['rev-list', 'HEAD'], { cwd: repository.path }))
  const before = await list()
  const head = repository.git(['rev-parse', 'HEAD'])
  repository.git(['replace', '--graft', head])
  expect(repository.git(['rev-list', '--count', 'HEAD'])).toBe('1')
  expect(await list()).toBe(before)
  repository.git(['replace', '--delete', head])
  writeFileSync(join(repository.path, '.git/info/grafts'), `${head}\n`)
  expect(repository.git(['rev-list', '--count', 'HEAD'])).toBe('1')
  expect(await list()).toBe(before)
})

test('what a hook says about the repository is kept', () => {
  const kept = {
    GIT_DIR: '/r/.git',
    GIT_INDEX_FILE: '/r/.git/next-index-1.lock',
    GIT_WORK_TREE: '/r',
    GIT_OBJECT_DIRECTORY: '/r/.git/objects/tmp_objdir',
    GIT_ALTERNATE_OBJECT_DIRECTORIES: '/r/.git/objects',
    GIT_QUARANTINE_PATH: '/r/.git/objects/tmp_objdir',
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: 'safe.directory',
    GIT_CONFIG_VALUE_0: '*',
    PATH: '/bin',
  }
  expect(gitEnvironment({}, { ...kept, GIT_EXTERNAL_DIFF: 'x', Git_Trace: '1', LANGUAGE: 'de' })).toEqual({
    ...gitEnvironment({}, {}),
    ...kept,
  })
})

test('a temporary index is the one that is read', async () => {
  const index = join(repository.folder, 'index')
  repository.git(['read-tree', first], { env: { GIT_INDEX_FILE: index } })
  vi.stubEnv('GIT_INDEX_FILE', index)
  expect(String(await runGit(['ls-files'], { cwd: repository.path }))).toBe('other\nsub/ä.txt\n')
})

test('a missing promised object is not fetched, by any of the two locks alone', async () => {
  repository.git(['config', 'uploadpack.allowFilter', 'true'])
  const blob = repository.git(['rev-parse', `${first}:other`])
  const partial = repository.clone('partial', ['--no-checkout', '--filter=blob:none'])
  // The second lock is for git that does not know the first.
  for (const env of [{}, { GIT_NO_LAZY_FETCH: '0' }]) {
    await expect(runGit(['cat-file', 'blob', blob], { cwd: partial.path, env })).rejects.toThrow(
      /could not fetch|bad file/,
    )
  }
  expect(partial.git(['cat-file', '--batch-all-objects', '--batch-check=%(objectname)'])).not.toContain(blob)
})

test('the arguments stand before the subcommand, each setting with its flag', () => {
  const settings = GIT_ARGUMENTS.filter(argument => argument !== '-c' && argument !== '--no-pager')
  expect(GIT_ARGUMENTS.filter(argument => argument === '-c')).toHaveLength(settings.length)
  for (const setting of settings) expect(setting).toMatch(/^[a-z0-9]+\.[A-Za-z]+=/)
})

test('folders are those seen from where keyscan was started, wherever git is', () => {
  const from = { GIT_DIR: '.git', GIT_WORK_TREE: '..', GIT_COMMON_DIR: '', GIT_INDEX_FILE: '.git/index' }
  expect(gitEnvironment({}, from)).toMatchObject({
    GIT_DIR: join(process.cwd(), '.git'),
    GIT_WORK_TREE: dirname(process.cwd()),
    GIT_COMMON_DIR: '',
    // Git itself takes this one from the root of the work tree.
    GIT_INDEX_FILE: '.git/index',
  })
})
