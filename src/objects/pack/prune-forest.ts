import type { BuiltForest, DeltaForest } from './delta-forest.ts'
import { linkChildren } from './link-children.ts'

const NONE = -1

function sharedInts(count: number): Int32Array {
  return new Int32Array(new SharedArrayBuffer(count * Int32Array.BYTES_PER_ELEMENT))
}

/** What each entry is made from; -1: nothing. No forest keeps it: it is only asked for here. */
function basesIn({ count, firstChild, nextSibling }: DeltaForest): Int32Array {
  const bases = new Int32Array(count).fill(NONE)
  for (let base = 0; base < count; base++) {
    for (let child = firstChild[base]!; child !== NONE; child = nextSibling[child]!) bases[child] = base
  }
  return bases
}

/**
 * Another forest over the same packs, of what is asked for (`wanted`) and the bases that it is made from; links and heavy children are made anew for
 * that. Of what is left a child that is not the heavy one still has at most half of what its base has below it, so that a walk holds no more objects at a
 * time than before. Of a forest that was pruned, nothing may be wanted that was left out of it.
 */
export function pruneForest(built: BuiltForest, wanted: Uint8Array): BuiltForest {
  const { forest, weights, roots } = built
  const { count } = forest
  const bases = basesIn(forest)
  const needed = new Uint8Array(count)
  for (let entry = 0; entry < count; entry++) {
    if (wanted[entry] === 0) continue
    // Deltas may go in a circle: what is marked ends the way up.
    for (let base = entry; base !== NONE && needed[base] === 0; base = bases[base]!) needed[base] = 1
  }
  const heavy = new Int32Array(count).fill(NONE)
  for (let entry = count - 1; entry >= 0; entry--) {
    if (needed[entry] === 0) bases[entry] = NONE
    const base = bases[entry]!
    if (base === NONE) continue
    const heaviest = heavy[base]!
    if (heaviest === NONE || weights[entry]! >= weights[heaviest]!) heavy[base] = entry
  }
  const pruned = { ...forest, wanted, firstChild: sharedInts(count), nextSibling: sharedInts(count) }
  linkChildren(pruned, bases, heavy)
  return { ...built, forest: pruned, roots: roots.filter(root => needed[root] === 1) }
}
