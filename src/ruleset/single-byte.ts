import { type ByteSet, NO_BYTES } from './byte-set.ts'
import type { PatternNode } from './pattern-node.ts'

/**
 * The bytes of a node that takes exactly one byte, in one way. Lookarounds on it (`(?!END)[\s\S]`, `-(?!-)`) only make it take less.
 * Undefined for everything else, and for choices that overlap, which have two ways.
 */
export function singleByte(node: PatternNode): ByteSet | undefined {
  switch (node.type) {
    case 'set':
      return node.bytes
    case 'sequence': {
      const taking = node.items.filter(item => item.type !== 'look')
      return taking.length === 1 ? singleByte(taking[0]!) : undefined
    }
    case 'choice': {
      let all = NO_BYTES
      for (const option of node.options) {
        const bytes = singleByte(option)
        if (bytes === undefined || (bytes & all) !== NO_BYTES) return undefined
        all |= bytes
      }
      return all
    }
    case 'repeat':
      return node.min === 1 && node.max === 1 ? singleByte(node.item) : undefined
    case 'look':
      return undefined
  }
}
