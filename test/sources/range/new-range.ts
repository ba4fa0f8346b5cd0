import type { TestRepository } from '../../../fixtures/repositories/create-repository.ts'
import { newRepository } from '../../../fixtures/repositories/new-repository.ts'
import type { LookedThrough } from '../history/look-through.ts'

/** A repository with one commit, behind which ranges begin. */
export function newRange(files: Readonly<Record<string, string>> = { 'a.txt': 'base' }): TestRepository {
  const repository = newRepository()
  repository.commit('root', files)
  return repository
}

/** `path: text` of each blob. */
export function blobsOf({ shown }: LookedThrough): string[] {
  return shown
    .filter(one => one.kind === 'blob')
    .map(one => `${one.path}: ${one.text}`)
    .sort()
}
