import { afterEach, expect, test } from 'vitest'
import { createRepository, type TestRepository } from '../../fixtures/repositories/create-repository.ts'
import { parseIndexEntries } from '../../src/git/parse-index-entries.ts'
import { runGit } from '../../src/git/run-git.ts'

let repository: TestRepository | undefined
afterEach(() => repository?.dispose())

test('entries with their modes, and all stages of a path in conflict', async () => {
  repository = createRepository()
  repository.commit('first', { 'a\tb\n"c"': 'tab\n', file: 'one\n' })
  repository.git(['checkout', '--quiet', '-b', 'side'])
  repository.commit('theirs', { file: 'theirs\n' })
  repository.git(['checkout', '--quiet', 'main'])
  repository.commit('ours', { file: 'ours\n' })
  expect(() => repository!.git(['merge', 'side'])).toThrow()
  const id = (revision: string) => repository!.git(['rev-parse', revision])
  expect(parseIndexEntries(await runGit(['ls-files', '--stage', '-z'], { cwd: repository.path }))).toEqual([
    { mode: '100644', id: id('HEAD:a\tb\n"c"'), stage: 0, path: 'a\tb\n"c"' },
    { mode: '100644', id: id('HEAD~1:file'), stage: 1, path: 'file' },
    { mode: '100644', id: id('HEAD:file'), stage: 2, path: 'file' },
    { mode: '100644', id: id('side:file'), stage: 3, path: 'file' },
  ])
})

test('an empty index', async () => {
  repository = createRepository()
  expect(parseIndexEntries(await runGit(['ls-files', '--stage', '-z'], { cwd: repository.path }))).toEqual([])
})

test('other output is refused', () => {
  expect(() => parseIndexEntries(Buffer.from('a.txt\0'))).toThrow(/not an index entry/)
})
