import type { ObjectId } from '../types.ts'
import type { Genealogy } from './genealogy/genealogy.ts'
import { createHoldings } from './genealogy/holdings.ts'
import { findIntroductions, forEachHeld } from './genealogy/introductions.ts'
import { createLineage, generations, type Lineage, reachableFrom } from './genealogy/lineage.ts'
import type { BlobPaths } from './paths-of.ts'

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
  /** Wanted blobs that stand in the tree of this commit, and where. */
  heldBy(commit: number): BlobPaths
}

/** Follows what is wanted through the whole history. `tips`: commits that are in use. */
export function traceWanted(genealogy: Genealogy, tips: Iterable<number>, boundary: ReadonlySet<number>): Traced {
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

  return {
    lineage,
    generations: generations(lineage),
    reachable,
    arrivals,
    dangling,
    gaps,
    heldBy(commit) {
      const paths: BlobPaths = new Map()
      const tree = commit < 0 ? -1 : rootTrees[commit]!
      if (tree < 0) return paths
      forEachHeld(holdings.of(tree), holdings.name, (number, path) => {
        const id = wanted.ids[number]!
        paths.set(id, (paths.get(id) ?? new Set()).add(path))
      })
      return paths
    },
  }
}
