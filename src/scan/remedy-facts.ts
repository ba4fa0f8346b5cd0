import { realpathSync } from 'node:fs'
import { isDotenvPath } from '../detect/dotenv/is-dotenv-path.ts'
import type { Seen } from '../findings/merge-findings.ts'
import type { IgnoreFact } from '../git/ignore-facts.ts'
import { belongsLocal } from '../remedies/belongs-local.ts'
import type { Shipment } from '../remedies/remedy-input.ts'
import type { ScanOptions } from '../scan.ts'
import type { Finding, ObjectId, Place } from '../types.ts'

/** What is looked at of a finding. */
type Shipping = Pick<Finding, 'places' | 'parts'>

/** What the steps depend on besides the finding itself. */
export interface RemedyFacts {
  readonly headCommit: ObjectId | null
  readonly hasUpstream?: boolean
  readonly inSubfolder: boolean
  /** What .gitignore files say of those that do not belong into git. */
  readonly ignoring?: ReadonlyMap<string, IgnoreFact>
  /** Has the commit that brought it in a parent? undefined where that is not known. */
  hasParentCommit(places: readonly Place[]): boolean | undefined
  /** What takes the `.env` files among them along, out of the repository. */
  shipmentsOf(finding: Shipping): readonly Shipment[]
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
  const shipments = await shipmentsFrom(repository?.root, seen)
  const ignoring = await ignoringOf(repository?.root, seen)
  if (commits.size === 0) {
    return { headCommit, inSubfolder, ignoring, hasParentCommit: () => undefined, shipmentsOf: shipments }
  }
  const { repositoryFacts } = await import('../git/repository-facts.ts')
  const { hasUpstream, rootCommits } = await repositoryFacts(options.directory, commits)
  return {
    headCommit,
    inSubfolder,
    ignoring,
    hasUpstream,
    shipmentsOf: shipments,
    hasParentCommit: places => !places.some(({ commit }) => commit !== undefined && rootCommits.has(commit)),
  }
}

async function ignoringOf(root: string | undefined, seen: readonly Seen[]): Promise<ReadonlyMap<string, IgnoreFact>> {
  const paths = seen.flatMap(({ rule, place: { path } }) =>
    path !== undefined && belongsLocal(rule, path) ? [path] : [],
  )
  if (root === undefined || paths.length === 0) return new Map()
  const { ignoreFacts } = await import('../git/ignore-facts.ts')
  return ignoreFacts(root, paths)
}

const isDotenv = ({ path, inside }: Place): boolean =>
  path !== undefined && inside === undefined && isDotenvPath(path) === 'dotenv'

/** Dockerfiles and manifests are looked for only where there is a `.env` that they could take along, and once for each. */
async function shipmentsFrom(root: string | undefined, seen: readonly Seen[]): Promise<RemedyFacts['shipmentsOf']> {
  const isShipping = ({ rule }: Seen): boolean => rule.kind === 'shipment'
  if (root === undefined || !seen.some(one => isDotenv(one.place) || isShipping(one))) return () => []
  const [{ shipmentsOf }, { workTree }, { isManifest }, { isIgnoreList }] = await Promise.all([
    import('./shipped/shipments-of.ts'),
    import('./shipped/work-tree.ts'),
    import('./shipped/is-manifest.ts'),
    import('./shipped/is-ignore-list.ts'),
  ])
  const tree = workTree(root)
  const known = new Map<string, readonly Shipment[]>()
  const of = (path: string): readonly Shipment[] => {
    const shipments = known.get(path) ?? shipmentsOf(tree, path)
    known.set(path, shipments)
    return shipments
  }
  return ({ places, parts }) => {
    const own = [...new Set(places.filter(isDotenv).map(({ path }) => path!))].flatMap(of)
    // Of a Dockerfile that takes one along: that one. Of a list that does not leave it out: each.
    const paths = places.flatMap(({ path }) => path ?? [])
    const isList = paths.some(isIgnoreList)
    const taken = parts.file === undefined || !(isList || paths.some(isManifest)) ? [] : of(parts.file)
    return [...own, ...taken.filter(({ file }) => isList || paths.includes(file))]
  }
}
