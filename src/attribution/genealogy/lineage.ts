import type { CommitBook } from './commit-book.ts'

/** Commits by number, and how they follow one another. */
export interface Lineage {
  /** Numbers of a commit's parents, from `starts[commit]` up to `starts[commit + 1]`; -1: a parent that is not there. */
  readonly parents: Int32Array
  readonly starts: Uint32Array
  /** All commits, each behind its parents. */
  readonly order: Int32Array
}

/** Stands for a parent that a shallow clone leaves out on purpose. */
const CUT_OFF = -2

/** `boundary`: where a shallow clone ends. What lies before counts as not there, as for git, even where it is. */
export function createLineage(commits: CommitBook, boundary: ReadonlySet<number>): Lineage {
  const { starts, numbers: parents } = commits.parents()
  const count = commits.ids.size
  for (const commit of boundary) parents.fill(CUT_OFF, starts[commit]!, starts[commit + 1]!)
  const order = new Int32Array(count)
  /** The next parent to look at of each commit; behind the last one: done. */
  const next = starts.slice(0, count)
  const entered = new Uint8Array(count)
  const stack: number[] = []
  let done = 0
  for (let from = 0; from < count; from++) {
    if (entered[from] === 1) continue
    entered[from] = 1
    stack.push(from)
    while (stack.length > 0) {
      const commit = stack.at(-1)!
      if (next[commit]! < starts[commit + 1]!) {
        const parent = parents[next[commit]!++]!
        if (parent < 0 || entered[parent] === 1) continue
        entered[parent] = 1
        stack.push(parent)
      } else {
        order[done++] = commit
        stack.pop()
      }
    }
  }
  return { parents, starts, order }
}

/** Marks all commits that these lead to, themselves included. */
export function reachableFrom({ order, parents, starts }: Lineage, tips: Iterable<number>): Uint8Array {
  const reached = new Uint8Array(order.length)
  for (const tip of tips) reached[tip] = 1
  for (let i = order.length - 1; i >= 0; i--) {
    const commit = order[i]!
    if (reached[commit] === 0) continue
    for (let at = starts[commit]!; at < starts[commit + 1]!; at++) if (parents[at]! >= 0) reached[parents[at]!] = 1
  }
  return reached
}

/** How many commits stand before each, on the longest way: less than those of all that come after it. */
export function generations({ order, parents, starts }: Lineage): Uint32Array {
  const found = new Uint32Array(order.length)
  for (const commit of order) {
    let own = 0
    for (let at = starts[commit]!; at < starts[commit + 1]!; at++) {
      if (parents[at]! >= 0) own = Math.max(own, found[parents[at]!]! + 1)
    }
    found[commit] = own
  }
  return found
}
