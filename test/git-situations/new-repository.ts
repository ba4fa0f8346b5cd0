import { onTestFinished } from 'vitest'
import { createRepository, type TestRepository } from '../../fixtures/repositories/create-repository.ts'

/** A repository that goes with its test. */
export function newRepository(options?: Parameters<typeof createRepository>[0]): TestRepository {
  const repository = createRepository(options)
  onTestFinished(() => repository.dispose())
  return repository
}
