import type { BuiltForest, DeltaForest } from './delta-forest.ts'

const NONE = -1

/** Turns bases into lists of children, kinds of roots into kinds of all, and weighs. */
export function linkForest(forest: DeltaForest, orphans: number[]): Omit<BuiltForest, 'forest'> {
  const { count, bases, kinds, firstChild, nextSibling, heavyChild, offsets, starts, ends } = forest
  const weights = new Float64Array(count)
  for (let pack = 0; pack + 1 < starts.length; pack++) {
    const end = starts[pack + 1]!
    for (let entry = starts[pack]!; entry < end; entry++) {
      weights[entry] = (entry + 1 < end ? offsets[entry + 1]! : ends[pack]!) - offsets[entry]!
    }
  }
  const isOrphan = new Uint8Array(count)
  for (const orphan of orphans) isOrphan[orphan] = 1
  let rootCount = 0
  for (let entry = count - 1; entry >= 0; entry--) {
    const base = bases[entry]!
    if (base !== NONE) {
      nextSibling[entry] = firstChild[base]!
      firstChild[base] = entry
    } else if (isOrphan[entry] === 0) rootCount++
  }
  const roots = new Int32Array(rootCount)
  // Breadth first from the roots: each base before what is made from it.
  const order = new Int32Array(count)
  let known = 0
  for (let entry = 0; entry < count; entry++) {
    if (bases[entry] === NONE && isOrphan[entry] === 0) {
      roots[known] = entry
      order[known++] = entry
    }
  }
  for (let i = 0; i < known; i++) {
    const entry = order[i]!
    for (let child = firstChild[entry]!; child !== NONE; child = nextSibling[child]!) {
      kinds[child] = kinds[entry]!
      order[known++] = child
    }
  }
  const circular = withoutRoot(forest, orphans, order, known)
  for (let i = known - 1; i >= 0; i--) {
    const entry = order[i]!
    const base = bases[entry]!
    if (base === NONE) continue
    weights[base]! += weights[entry]!
    const heaviest = heavyChild[base]!
    if (heaviest === NONE || weights[entry]! > weights[heaviest]!) heavyChild[base] = entry
  }
  return { weights, roots, orphans, circular }
}

/** What no root leads to hangs on an orphan, and is added to these, or goes in a circle. `order`: the `known` entries that roots lead to. */
function withoutRoot(
  { count, firstChild, nextSibling }: DeltaForest,
  orphans: number[],
  order: Int32Array,
  known: number,
): readonly number[] {
  if (known === count) return []
  const reached = new Uint8Array(count)
  for (let i = 0; i < known; i++) reached[order[i]!] = 1
  for (let i = 0; i < orphans.length; i++) {
    reached[orphans[i]!] = 1
    for (let child = firstChild[orphans[i]!]!; child !== NONE; child = nextSibling[child]!) orphans.push(child)
  }
  orphans.sort((a, b) => a - b)
  const circular: number[] = []
  for (let entry = 0; entry < count; entry++) if (reached[entry] === 0) circular.push(entry)
  return circular
}
