import type { BuiltForest, DeltaForest } from './delta-forest.ts'
import { linkChildren } from './link-children.ts'

const NONE = -1
/** What 32 bits hold: of two children that are both heavier nobody needs to know which is. */
const MAX_WEIGHT = 0xffff_ffff

/** Turns bases into lists of children, kinds of roots into kinds of all, and weighs. */
export function linkForest(forest: DeltaForest, bases: Int32Array, orphans: number[]): Omit<BuiltForest, 'forest'> {
  const { count, kinds, firstChild, nextSibling } = forest
  const heavy = new Int32Array(count).fill(NONE)
  linkChildren(forest, bases, heavy)
  const isOrphan = new Uint8Array(count)
  for (const orphan of orphans) isOrphan[orphan] = 1
  let rootCount = 0
  for (let entry = 0; entry < count; entry++) if (bases[entry] === NONE && isOrphan[entry] === 0) rootCount++
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
  const weights = packedBytes(forest)
  for (let i = known - 1; i >= 0; i--) {
    const entry = order[i]!
    const base = bases[entry]!
    if (base === NONE) continue
    weights[base] = Math.min(weights[base]! + weights[entry]!, MAX_WEIGHT)
    const heaviest = heavy[base]!
    if (heaviest === NONE || weights[entry]! > weights[heaviest]!) heavy[base] = entry
  }
  linkChildren(forest, bases, heavy)
  return { weights, roots, orphans, circular }
}

/** Of each entry by itself. */
function packedBytes({ count, offsets, starts, ends }: DeltaForest): Uint32Array {
  const sizes = new Uint32Array(count)
  for (let pack = 0; pack + 1 < starts.length; pack++) {
    const end = starts[pack + 1]!
    for (let entry = starts[pack]!; entry < end; entry++) {
      const next = entry + 1 < end ? offsets[entry + 1]! : ends[pack]!
      sizes[entry] = Math.min(next - offsets[entry]!, MAX_WEIGHT)
    }
  }
  return sizes
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
