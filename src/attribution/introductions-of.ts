import type { Ref } from '../git/list-refs.ts'
import type { ObjectId } from '../types.ts'
import { containingRefs } from './containing-refs.ts'
import { factsOfCommits } from './facts-of-commits.ts'
import type { IdTable } from './genealogy/id-table.ts'
import { type CommitFacts, commitFacts, type Introduction } from './introduction.ts'
import { refSets } from './ref-sets.ts'
import type { Arrival, Traced } from './trace-wanted.ts'

/** All that is known of the commits that matter. */
export interface Introductions {
  /** Newest first; of two in the same second, the one that comes after the other. */
  readonly introductions: ReadonlyMap<ObjectId, readonly Introduction[]>
  readonly commits: ReadonlyMap<ObjectId, CommitFacts>
  /** Git could tell of all of them. */
  readonly complete: boolean
}

/** Makes of arrivals what can be told to people: who, when, and which refs hold it. `commits`: ids of all; `wantedCommits`: numbers. */
export async function introductionsOf(
  cwd: string,
  commits: IdTable,
  traced: Traced,
  refs: readonly Ref[],
  arrivals: ReadonlyMap<ObjectId, readonly Arrival[]>,
  wantedCommits: readonly number[],
): Promise<Introductions> {
  const numbers = [...new Set([...[...arrivals.values()].flatMap(all => all.map(one => one.commit)), ...wantedCommits])]
  const ids = numbers.map(number => commits.id(number))
  const logging = factsOfCommits(cwd, ids)
  const tips = refs.map(ref => (ref.commit === undefined ? -1 : commits.numberOf(ref.commit)))
  // Meanwhile git is at work.
  const setOf = refSets(traced.lineage, tips)
  const bits = setOf ? numbers.map(setOf) : containingRefs(traced.lineage, tips, numbers)
  const logged = await logging
  const facts = new Map<number, CommitFacts>()
  numbers.forEach((number, n) => {
    const commit = logged.get(ids[n]!)
    if (commit) facts.set(number, commitFacts(commit, bits[n]!))
  })

  const newestFirst = (a: Arrival, b: Arrival): number => {
    const [one, other] = [facts.get(a.commit)!, facts.get(b.commit)!]
    return (
      other.committed - one.committed ||
      traced.generations[b.commit]! - traced.generations[a.commit]! ||
      (one.commit < other.commit ? -1 : Number(one.commit > other.commit))
    )
  }
  const introductions = new Map<ObjectId, readonly Introduction[]>()
  for (const [id, all] of arrivals) {
    const sorted = all.filter(({ commit }) => facts.has(commit)).sort(newestFirst)
    introductions.set(
      id,
      sorted.map(({ commit, path }) => ({ commit: facts.get(commit)!, path })),
    )
  }
  const told = wantedCommits.filter(commit => facts.has(commit))
  return {
    introductions,
    commits: new Map(told.map(commit => [commits.id(commit), facts.get(commit)!])),
    complete: facts.size === numbers.length,
  }
}
