import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeLeak } from '../../fixtures/leaks/make-leak.ts'
import { createRepository, type TestRepository } from '../../fixtures/repositories/create-repository.ts'
import { scan } from '../../src/scan.ts'
import type { Progress } from '../../src/types.ts'

const MANY_BYTES = 33 * 1024 * 1024

let repository: TestRepository
beforeAll(() => {
  repository = createRepository()
  repository.commit('large', { 'one.txt': 'a\n'.repeat(MANY_BYTES / 2), 'two.txt': 'b\n'.repeat(MANY_BYTES / 2) })
  repository.commit('a leak', { 'leak.txt': `${makeLeak()}\n` })
})
afterAll(() => repository.dispose())

test('few and large objects are told of as well as many small ones, and so is the search for commits', async () => {
  const told: Progress[] = []
  await scan({ mode: 'history', directory: repository.path, onProgress: progress => told.push(progress) })
  const objects = told.filter(({ phase, done }) => phase === 'objects' && done > 0)
  expect(objects.length).toBeGreaterThanOrEqual(2)
  for (const { bytes, total } of objects) {
    expect(bytes).toBeGreaterThanOrEqual(MANY_BYTES)
    // Three files, two commits and their trees.
    expect(total).toBe(7)
  }
  expect(told.at(-1)).toMatchObject({ phase: 'looking up commits', findings: 1 })
})
