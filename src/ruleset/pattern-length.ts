import type { PatternNode } from './pattern-node.ts'

export interface Length {
  readonly min: number
  readonly max: number
}

const NOTHING: Length = { min: 0, max: 0 }

/** Bytes that a match of the node takes, at least and at most. What lookarounds see is not taken. */
export function patternLength(node: PatternNode): Length {
  switch (node.type) {
    case 'set':
      return { min: 1, max: 1 }
    case 'look':
      return NOTHING
    case 'sequence':
      return node.items.map(patternLength).reduce((a, b) => ({ min: a.min + b.min, max: a.max + b.max }), NOTHING)
    case 'choice': {
      const all = node.options.map(patternLength)
      return { min: Math.min(...all.map(one => one.min)), max: Math.max(...all.map(one => one.max)) }
    }
    case 'repeat': {
      const { min, max } = patternLength(node.item)
      return { min: min * node.min, max: max === 0 ? 0 : max * node.max }
    }
  }
}
