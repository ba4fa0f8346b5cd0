import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { createRepository, type TestRepository } from '../../fixtures/repositories/create-repository.ts'
import { GitError } from '../../src/errors/git-error.ts'
import { runGit } from '../../src/git/run-git.ts'

let repository: TestRepository | undefined
afterEach(() => repository?.dispose())

test('gives the whole output as bytes', async () => {
  repository = createRepository()
  const content = Buffer.alloc(3_000_000, 'a\0\xff\n', 'latin1')
  repository.write('a', content)
  const id = repository.git(['hash-object', '-w', 'a'])
  expect((await runGit(['cat-file', 'blob', id], { cwd: repository.path })).equals(content)).toBe(true)
})

test('gives git its input', async () => {
  repository = createRepository()
  const output = await runGit(['hash-object', '--stdin'], { cwd: repository.path, input: 'hello\n' })
  expect(output.toString().trim()).toBe('ce013625030ba8dba906f756967f9e9ca394464a')
})

test('a failure is a GitError in the words of git', async () => {
  repository = createRepository()
  const failed = runGit(['rev-parse', '--verify', 'no-such-branch'], { cwd: repository.path })
  await expect(failed).rejects.toThrow(GitError)
  await expect(failed).rejects.toThrow('git rev-parse: Needed a single revision')
})

test('exit codes that the caller knows are no failure', async () => {
  repository = createRepository()
  repository.commit('first', { a: '1' })
  const options = { cwd: repository.path, okCodes: [0, 1] }
  expect(String(await runGit(['config', 'no.such'], options))).toBe('')
  await expect(runGit(['config', 'no.such'], { cwd: repository.path })).rejects.toThrow('git config: exit code 1')
})

test('input that git does not read is no error', async () => {
  repository = createRepository()
  const input = Buffer.alloc(5_000_000, 'x')
  expect(String(await runGit(['rev-parse', '--is-bare-repository'], { cwd: repository.path, input }))).toBe('false\n')
})

test('says that git is not installed', async () => {
  repository = createRepository()
  const env = { PATH: repository.path, Path: repository.path }
  await expect(runGit(['version'], { cwd: repository.path, env })).rejects.toThrow(/git was not found: install it/)
})

test('says that the folder is not there', async () => {
  repository = createRepository()
  const cwd = join(repository.path, 'nowhere')
  await expect(runGit(['version'], { cwd })).rejects.toThrow(`no such folder: ${cwd}`)
})
