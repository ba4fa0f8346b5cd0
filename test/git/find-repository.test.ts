import { chownSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { createRepository, type TestRepository } from '../../fixtures/repositories/create-repository.ts'
import { GitError } from '../../src/errors/git-error.ts'
import { findRepository } from '../../src/git/find-repository.ts'
import { locateRepository } from '../../src/git/locate-repository.ts'
import { REPOSITORY_FORMS } from './repository-forms.ts'

let owner: TestRepository | undefined
const started = process.cwd()
afterEach(() => {
  process.chdir(started)
  owner?.dispose()
})

const FORMAT_SETTINGS = '^(extensions\\.|core\\.repositoryformatversion$)'

/** What git says when asked one thing at a time; undefined where it refuses. */
function gitSays(repository: TestRepository, cwd: string, env: Readonly<Record<string, string>>, ...args: string[]) {
  try {
    return repository.git(['rev-parse', '--path-format=absolute', ...args], { cwd, env })
  } catch {
    return undefined
  }
}

describe.each(REPOSITORY_FORMS)('$name', form => {
  test('git and the file system tell the same', async () => {
    const made = form.make()
    const { cwd, env = {} } = made
    owner = made.owner
    for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value)
    // Relative ones are as seen from here.
    process.chdir(cwd)
    const says = (...args: string[]) => gitSays(made.owner, cwd, env, ...args)
    const workTree = says('--show-toplevel')

    const found = await findRepository(cwd)
    expect(found).toEqual({
      root: workTree ?? says('--git-dir'),
      workTree,
      gitDir: says('--git-dir'),
      commonDir: says('--git-common-dir'),
      objectFormat: says('--show-object-format'),
      bare: says('--is-bare-repository') === 'true',
      shallow: form.name === 'shallow',
      partial: form.name === 'partial',
      head: says('--verify', 'HEAD'),
    })

    expect(locateRepository(cwd, env)).toEqual({
      gitDir: found.gitDir,
      commonDir: found.commonDir,
      objectDir: says('--git-path', 'objects'),
      workTree,
      objectFormat: found.objectFormat,
      isPlain:
        made.owner.git(['config', '--local', '--get-regexp', FORMAT_SETTINGS], { cwd, env }) ===
        'core.repositoryformatversion 0',
    })
  })
})

test('a root reached by a link is the real one', async () => {
  owner = createRepository()
  const head = owner.commit('first', { 'sub/a': '1' })
  const link = join(owner.folder, 'link')
  symlinkSync(join(owner.path, 'sub'), link, 'dir')
  expect(await findRepository(link)).toMatchObject({ root: owner.path, head })
  expect(locateRepository(link, {})).toMatchObject({ workTree: owner.path })
})

test('not a repository is an error that says what to do', async () => {
  owner = createRepository()
  const cwd = join(owner.folder, 'plain')
  mkdirSync(cwd)
  await expect(findRepository(cwd)).rejects.toThrow(GitError)
  await expect(findRepository(cwd)).rejects.toThrow(
    `not a git repository: ${cwd}: run keyscan inside one, or give -C DIR`,
  )
  expect(locateRepository(cwd, { GIT_CEILING_DIRECTORIES: owner.folder })).toBeUndefined()
})

test('a .git file that leads nowhere is an error', async () => {
  owner = createRepository()
  const cwd = join(owner.folder, 'plain')
  mkdirSync(cwd)
  writeFileSync(join(cwd, '.git'), 'gitdir: ../gone.git\n')
  await expect(findRepository(cwd)).rejects.toThrow(/not a git repository/)
  expect(locateRepository(cwd, { GIT_CEILING_DIRECTORIES: owner.folder })).toBeUndefined()
})

test('a ceiling keeps both from looking further up', async () => {
  owner = createRepository()
  owner.commit('first', { 'sub/sub/a': '1' })
  const cwd = join(owner.path, 'sub', 'sub')
  vi.stubEnv('GIT_CEILING_DIRECTORIES', join(owner.path, 'sub'))
  await expect(findRepository(cwd)).rejects.toThrow(/not a git repository/)
  expect(locateRepository(cwd, { GIT_CEILING_DIRECTORIES: join(owner.path, 'sub') })).toBeUndefined()
  expect(locateRepository(cwd, {})?.workTree).toBe(owner.path)
})

test.runIf(process.getuid?.() === 0)("somebody else's repository: what to do if one trusts it", async () => {
  owner = createRepository()
  chownSync(owner.path, 12345, 12345)
  chownSync(join(owner.path, '.git'), 12345, 12345)
  vi.stubEnv('GIT_CONFIG_GLOBAL', '/dev/null')
  vi.stubEnv('GIT_CONFIG_NOSYSTEM', '1')
  await expect(findRepository(owner.path)).rejects.toThrow(
    `belongs to somebody else, so git does not open it. If you trust it:\n  git config --global --add safe.directory "${owner.path}"`,
  )
  vi.stubEnv('GIT_CONFIG_COUNT', '1')
  vi.stubEnv('GIT_CONFIG_KEY_0', 'safe.directory')
  vi.stubEnv('GIT_CONFIG_VALUE_0', owner.path)
  expect((await findRepository(owner.path)).root).toBe(owner.path)
})
