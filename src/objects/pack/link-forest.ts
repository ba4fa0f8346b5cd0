import type { ForestKernel } from '../../kernel/create-forest-kernel.ts'
import type { BuiltForest, DeltaForest } from './delta-forest.ts'

const NONE = -1

interface Unlinked {
  readonly bases: Int32Array
  /** Packed bytes of each entry by itself. */
  readonly packed: Uint32Array
  readonly orphans: number[]
}

/** Turns bases into lists of children, kinds of roots into kinds of all, and weighs. */
export function linkForest(
  kernel: ForestKernel,
  forest: DeltaForest,
  { bases, packed, orphans }: Unlinked,
): Omit<BuiltForest, 'forest'> {
  const isOrphan = new Uint8Array(forest.count)
  for (const orphan of orphans) isOrphan[orphan] = 1
  const linked = kernel.linkForest({ bases, orphans: isOrphan, kinds: forest.kinds, packed })
  forest.kinds.set(linked.kinds)
  forest.firstChild.set(linked.firstChild)
  forest.nextSibling.set(linked.nextSibling)
  const circular = withoutRoot(forest, orphans, linked.order)
  return { weights: linked.weights.slice(), roots: linked.roots.slice(), orphans, circular }
}

/** What no root leads to hangs on an orphan, and is added to these, or goes in a circle. */
function withoutRoot(
  { count, firstChild, nextSibling }: DeltaForest,
  orphans: number[],
  order: Int32Array,
): readonly number[] {
  if (order.length === count) return []
  const reached = new Uint8Array(count)
  for (const entry of order) reached[entry] = 1
  for (let i = 0; i < orphans.length; i++) {
    reached[orphans[i]!] = 1
    for (let child = firstChild[orphans[i]!]!; child !== NONE; child = nextSibling[child]!) orphans.push(child)
  }
  orphans.sort((a, b) => a - b)
  const circular: number[] = []
  for (let entry = 0; entry < count; entry++) if (reached[entry] === 0) circular.push(entry)
  return circular
}
