import type { BuiltForest } from './delta-forest.ts'

const NONE = -1

function sharedInts(count: number): Int32Array {
  return new Int32Array(new SharedArrayBuffer(count * Int32Array.BYTES_PER_ELEMENT)).fill(NONE)
}

/**
 * Another forest over the same packs, of what is asked for (`wanted`) and the bases that it is made from; links and heavy children are made anew for
 * that. Of what is left a child that is not the heavy one still has at most half of what its base has below it, so that a walk holds no more objects at a
 * time than before.
 */
export function pruneForest(built: BuiltForest, wanted: Uint8Array): BuiltForest {
  const { forest, weights, roots } = built
  const { count, bases } = forest
  const needed = new Uint8Array(count)
  for (let entry = 0; entry < count; entry++) {
    if (wanted[entry] === 0) continue
    // Deltas may go in a circle: what is marked ends the way up.
    for (let base = entry; base !== NONE && needed[base] === 0; base = bases[base]!) needed[base] = 1
  }
  const [firstChild, nextSibling, heavyChild] = [sharedInts(count), sharedInts(count), sharedInts(count)]
  for (let entry = count - 1; entry >= 0; entry--) {
    const base = bases[entry]!
    if (needed[entry] === 0 || base === NONE) continue
    nextSibling[entry] = firstChild[base]!
    firstChild[base] = entry
    const heaviest = heavyChild[base]!
    if (heaviest === NONE || weights[entry]! >= weights[heaviest]!) heavyChild[base] = entry
  }
  return {
    ...built,
    forest: { ...forest, wanted, firstChild, nextSibling, heavyChild },
    roots: roots.filter(root => needed[root] === 1),
  }
}
