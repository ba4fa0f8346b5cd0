import { realpathSync } from 'node:fs'
import type { Seen } from '../findings/merge-findings.ts'
import type { ScanOptions } from '../scan.ts'
import type { ObjectId, Place } from '../types.ts'

/** What the steps depend on besides the finding itself. */
export interface RemedyFacts {
  readonly headCommit: ObjectId | null
  readonly hasUpstream?: boolean
  readonly inSubfolder: boolean
  /** Has the commit that brought it in a parent? undefined where that is not known. */
  hasParentCommit(places: readonly Place[]): boolean | undefined
}

/** Asks git only where the answer changes what is printed: for commits that are not pushed yet. */
export async function remedyFacts(
  options: ScanOptions,
  repository: { readonly root: string; readonly head: ObjectId | undefined } | undefined,
  seen: readonly Seen[],
): Promise<RemedyFacts> {
  const headCommit = repository?.head ?? null
  const inSubfolder = repository !== undefined && realpathSync(options.directory) !== realpathSync(repository.root)
  const local = seen.filter(({ state }) => state === 'unpushed' || state === 'head')
  const commits = new Set(local.flatMap(({ place }) => place.commit ?? []))
  if (commits.size === 0) return { headCommit, inSubfolder, hasParentCommit: () => undefined }
  const { repositoryFacts } = await import('../git/repository-facts.ts')
  const { hasUpstream, rootCommits } = await repositoryFacts(options.directory, commits)
  return {
    headCommit,
    inSubfolder,
    hasUpstream,
    hasParentCommit: places => !places.some(({ commit }) => commit !== undefined && rootCommits.has(commit)),
  }
}
