import type { DeltaForest } from './delta-forest.ts'

const NONE = -1

/** Lists of children, in the order in which they lie in the packs, but the heavy one last. `bases`, `heavy`: of each entry its base and its heavy child; -1: none. */
export function linkChildren(
  { firstChild, nextSibling }: Pick<DeltaForest, 'firstChild' | 'nextSibling'>,
  bases: Int32Array,
  heavy: Int32Array,
): void {
  nextSibling.fill(NONE)
  firstChild.set(heavy)
  for (let entry = bases.length - 1; entry >= 0; entry--) {
    const base = bases[entry]!
    if (base === NONE || heavy[base] === entry) continue
    nextSibling[entry] = firstChild[base]!
    firstChild[base] = entry
  }
}
