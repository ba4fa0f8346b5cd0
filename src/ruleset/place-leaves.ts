import type { ByteSet } from './byte-set.ts'
import { patternLength } from './pattern-length.ts'
import type { PatternNode } from './pattern-node.ts'

/** A place in a match where one byte is taken, with the places that may come next. */
interface Leaf {
  readonly bytes: ByteSet
  /** Most bytes of the match that can stand before this byte, and after it. */
  readonly before: number
  readonly after: number
  readonly next: Set<number>
}

/** All ways through a pattern: indices into `leaves`; `empty` where nothing at all can match. */
export interface LeafGraph {
  readonly leaves: readonly Leaf[]
  readonly first: ReadonlySet<number>
  readonly last: ReadonlySet<number>
  readonly empty: boolean
}

interface Part {
  readonly first: Set<number>
  readonly last: Set<number>
  readonly empty: boolean
}

/** Copies of a repeated part that are told apart; the rest goes round in the last one. More than the longest anchor has bytes would prove no more. */
const MAX_COPIES = 64
/** So that nested repeats stay cheap: beyond it, a repeat is a plain loop. Still sound, as a loop takes all that the repeat takes. */
const MAX_LEAVES = 4000

const manyCopies = (_min: number, max: number): number => Math.min(max, MAX_COPIES)

/**
 * Lookarounds are left out, and long repeats may go round for ever: the graph takes whatever the pattern takes, and more. `copiesOf`: how many rounds of
 * a repeat are told apart.
 */
export function placeLeaves(pattern: PatternNode, copiesOf = manyCopies): LeafGraph {
  const leaves: Leaf[] = []
  const whole = place(pattern, 0, 0)
  return { leaves, ...whole }

  function place(node: PatternNode, before: number, after: number): Part {
    switch (node.type) {
      case 'look':
        return { first: new Set(), last: new Set(), empty: true }
      case 'set': {
        const index = leaves.push({ bytes: node.bytes, before, after, next: new Set() }) - 1
        return { first: new Set([index]), last: new Set([index]), empty: false }
      }
      case 'choice': {
        const parts = node.options.map(option => place(option, before, after))
        return {
          first: new Set(parts.flatMap(part => [...part.first])),
          last: new Set(parts.flatMap(part => [...part.last])),
          empty: parts.some(part => part.empty),
        }
      }
      case 'sequence': {
        let rest = node.items.reduce((sum, item) => sum + patternLength(item).max, 0)
        let length = 0
        let joined: Part = { first: new Set(), last: new Set(), empty: true }
        for (const item of node.items) {
          const { max } = patternLength(item)
          rest -= max
          joined = join(joined, place(item, before + length, after + rest))
          length += max
        }
        return joined
      }
      case 'repeat':
        return repeat(node.item, node.min, node.max, before, after)
    }
  }

  function repeat(item: PatternNode, min: number, max: number, before: number, after: number): Part {
    const { max: length } = patternLength(item)
    const copies = leaves.length > MAX_LEAVES ? Math.min(max, 1) : copiesOf(min, max)
    let joined: Part = { first: new Set(), last: new Set(), empty: true }
    for (let copy = 0; copy < copies; copy++) {
      const loops = copy === copies - 1 && copies < max
      const round = loops ? max - 1 : copy
      const part = place(item, before + round * length, after + (max - 1 - copy) * length)
      if (loops) for (const from of part.last) for (const to of part.first) leaves[from]!.next.add(to)
      joined = join(joined, copy < min ? part : { ...part, empty: true })
    }
    return joined
  }

  function join(a: Part, b: Part): Part {
    for (const from of a.last) for (const to of b.first) leaves[from]!.next.add(to)
    return {
      first: a.empty ? new Set([...a.first, ...b.first]) : a.first,
      last: b.empty ? new Set([...a.last, ...b.last]) : b.last,
      empty: a.empty && b.empty,
    }
  }
}
