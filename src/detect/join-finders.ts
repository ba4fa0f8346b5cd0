import { HitList } from '../kernel/hit-list.ts'
import type { AnchorFinder } from '../types.ts'

/** How many literals each of two sets has: anchors are numbered before marks, those of the first before those of the second. */
export interface JoinedCounts {
  readonly anchors: number
  readonly marks: number
  readonly ownAnchors: number
}

/**
 * Finds what two finders do, as one for the literals of both would: a table of thousands of literals takes longer to make than a hook may take for all, and
 * one is there already of all but a few.
 */
export function joinFinders(builtIn: AnchorFinder, own: AnchorFinder, counts: JoinedCounts): AnchorFinder {
  const { anchors, marks, ownAnchors } = counts
  const joined = new HitList()
  return {
    get kind() {
      return builtIn.kind
    },
    find(bytes) {
      joined.clear()
      const first = builtIn.find(bytes)
      const second = own.find(bytes)
      for (let i = 0, j = 0; i < first.count || j < second.count; ) {
        const isFirst = j === second.count || (i < first.count && first.positions[i]! <= second.positions[j]!)
        if (isFirst) {
          const number = first.anchors[i]!
          joined.add(first.positions[i++]!, number < anchors ? number : number + ownAnchors)
        } else {
          const number = second.anchors[j]!
          joined.add(second.positions[j++]!, number + anchors + (number < ownAnchors ? 0 : marks))
        }
      }
      return joined
    },
  }
}
