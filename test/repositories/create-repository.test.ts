import { existsSync } from 'node:fs'
import { afterEach, expect, test } from 'vitest'
import { createRepository, type TestRepository } from '../../fixtures/repositories/create-repository.ts'

let repository: TestRepository | undefined
afterEach(() => repository?.dispose())

test('the same steps give the same commit ids, whoever runs them', () => {
  const ids = [0, 1].map(() => {
    repository = createRepository()
    const id = repository.commit('first', { 'a/b.txt': 'text\n' })
    repository.dispose()
    return id
  })
  expect(ids[0]).toBe(ids[1])
})

test('commits are a minute apart and hold ignored files that are named', () => {
  repository = createRepository()
  repository.commit('first', { '.gitignore': '.env\n' })
  repository.commit('second', { '.env': 'A=1\n' })
  expect(repository.git(['log', '--format=%at %s']).split('\n')).toEqual(['1704067260 second', '1704067200 first'])
  expect(repository.git(['ls-files'])).toBe('.env\n.gitignore')
})

test('a shallow clone is one, and goes with its repository', () => {
  repository = createRepository()
  repository.commit('first', { a: '1' })
  repository.commit('second', { a: '2' })
  const clone = repository.clone('shallow', ['--depth=1'])
  expect(clone.git(['rev-list', '--count', 'HEAD'])).toBe('1')
  repository.dispose()
  expect(existsSync(clone.path)).toBe(false)
})

test('a failure of git tells why', () => {
  repository = createRepository()
  expect(() => repository?.git(['rev-parse', '--verify', 'nowhere'])).toThrow(/Needed a single revision/)
})
