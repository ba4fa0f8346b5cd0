import type { ObjectId } from '../types.ts'
import type { Genealogy } from './genealogy/genealogy.ts'
import { createHoldings } from './genealogy/holdings.ts'
import { findIntroductions, forEachHeld } from './genealogy/introductions.ts'
import { createLineage, generations, type Lineage, reachableFrom } from './genealogy/lineage.ts'
import type { BlobPaths } from './paths-in-index.ts'
import { placeKey } from './place-key.ts'

/** A commit, by its number, and the path that it brought something to. */
export interface Arrival {
  readonly commit: number
  readonly path: string
}

export interface Traced {
  readonly lineage: Lineage
  readonly generations: Uint32Array
  /** Marks the commits that refs and reflogs lead to. */
  readonly reachable: Uint8Array
  /** Wanted blobs and names (see nameId) → where they came in, in commits that refs and reflogs lead to, and in others. */
  readonly arrivals: ReadonlyMap<ObjectId, readonly Arrival[]>
  readonly dangling: ReadonlyMap<ObjectId, readonly Arrival[]>
  /** How many reachable commits speak of commits or trees that are not here. */
  readonly gaps: number
  /** Wanted blobs that stand in HEAD, and where. */
  readonly inHead: BlobPaths
  /** Places that still stand at the tip of a branch or of a work tree: keys made by placeKey. */
  readonly atTips: ReadonlySet<string>
}

/** Numbers of commits. */
export interface Landmarks {
  /** All that are in use. */
  readonly tips: Iterable<number>
  /** Those that branches, or HEADs on none, lead to. */
  readonly branches: ReadonlySet<number>
  /** -1: there is none. */
  readonly head: number
  /** Where a shallow clone ends. */
  readonly boundary: ReadonlySet<number>
}

/** Follows what is wanted through the whole history. Of the genealogy, which may be large, nothing is kept in what is returned. */
export function traceWanted(genealogy: Genealogy, { tips, branches, head, boundary }: Landmarks): Traced {
  const { commits, trees, wanted } = genealogy
  const lineage = createLineage(commits, boundary)
  const reachable = reachableFrom(lineage, tips)
  const rootTrees = commits.trees(trees)
  const holdings = createHoldings(genealogy)
  const arrivals = new Map<ObjectId, Arrival[]>()
  const dangling = new Map<ObjectId, Arrival[]>()
  findIntroductions(lineage, rootTrees, holdings, (number, commit, path) => {
    const into = reachable[commit] === 1 ? arrivals : dangling
    const id = wanted.ids[number]!
    const known = into.get(id)
    if (known) known.push({ commit, path })
    else into.set(id, [{ commit, path }])
  })

  let gaps = 0
  for (const commit of lineage.order) {
    if (reachable[commit] === 0) continue
    const tree = rootTrees[commit]!
    const parents = lineage.parents.subarray(lineage.starts[commit], lineage.starts[commit + 1])
    if (tree === -1 || parents.includes(-1) || holdings.of(tree)?.incomplete) gaps++
  }

  function heldBy(commit: number, visit: (id: ObjectId, path: string) => void): void {
    const tree = commit < 0 ? -1 : rootTrees[commit]!
    if (tree >= 0) forEachHeld(holdings.of(tree), holdings.name, (number, path) => visit(wanted.ids[number]!, path))
  }
  const inHead: BlobPaths = new Map()
  heldBy(head, (id, path) => inHead.set(id, (inHead.get(id) ?? new Set()).add(path)))
  const atTips = new Set<string>()
  for (const tip of branches) heldBy(tip, (id, path) => atTips.add(placeKey(id, path)))
  return { lineage, generations: generations(lineage), reachable, arrivals, dangling, gaps, inHead, atTips }
}
