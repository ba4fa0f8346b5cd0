import { realpathSync } from 'node:fs'
import type { Seen } from '../findings/merge-findings.ts'
import { runGit } from '../git/run-git.ts'
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

/** Root commits among those of the findings: `<commit> <parent>…`, a line each. */
async function rootCommits(directory: string, commits: ReadonlySet<ObjectId>): Promise<ReadonlySet<ObjectId>> {
  const output = await runGit(['rev-list', '--no-walk', '--parents', '--stdin'], {
    cwd: directory,
    input: `${[...commits].join('\n')}\n`,
  })
  const lines = output.toString('latin1').split('\n')
  return new Set(lines.filter(line => line !== '' && !line.includes(' ')))
}

async function hasUpstream(directory: string): Promise<boolean> {
  const output = await runGit(['rev-parse', '--quiet', '--verify', '@{upstream}'], {
    cwd: directory,
    // 1 and 128: there is none, or HEAD is on no branch.
    okCodes: [0, 1, 128],
  })
  return output.length > 0
}

/** Asks git only where the answer changes what is printed: for commits that are not pushed yet. */
export async function remedyFacts(
  options: ScanOptions,
  repository: { readonly root: string; readonly head: ObjectId | undefined } | undefined,
  seen: readonly Seen[],
): Promise<RemedyFacts> {
  const headCommit = repository?.head ?? null
  const inSubfolder = repository !== undefined && realpathSync(options.directory) !== realpathSync(repository.root)
  const local = seen.filter(({ state, place }) => (state === 'unpushed' || state === 'head') && place.commit)
  if (local.length === 0) return { headCommit, inSubfolder, hasParentCommit: () => undefined }
  const roots = await rootCommits(options.directory, new Set(local.map(({ place }) => place.commit!)))
  return {
    headCommit,
    inSubfolder,
    hasUpstream: await hasUpstream(options.directory),
    hasParentCommit: places => !places.some(({ commit }) => commit !== undefined && roots.has(commit)),
  }
}
