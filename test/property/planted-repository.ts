import { createRepository, type TestRepository } from '../../fixtures/repositories/create-repository.ts'
import { forbiddenPieces } from './forbidden-pieces.ts'
import { type Plan, plant } from './plant.ts'

/** A repository filled as planned, and pieces of secrets of which none may show. */
export async function withPlanted(
  what: Plan,
  run: (repository: TestRepository, forbidden: ReadonlySet<string>) => Promise<void>,
): Promise<void> {
  const repository = createRepository()
  try {
    await run(repository, forbiddenPieces(plant(repository, what)))
  } finally {
    repository.dispose()
  }
}
