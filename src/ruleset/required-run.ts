import { type ByteSet, listBytes } from './byte-set.ts'
import type { PatternNode } from './pattern-node.ts'
import { singleByte } from './single-byte.ts'

/** So many bytes of a set, side by side: `[0-9a-f]{32}`. */
export interface Run {
  readonly bytes: ByteSet
  readonly length: number
}

/** Shorter ones stand in any text. */
const MIN_LENGTH = 12
/** The characters of base64 and some signs; of larger sets runs are everywhere. */
const MAX_BYTES = 72

/** A run that each match of the pattern holds, the rarest that is found: a text without one need not be searched. */
export function requiredRun(pattern: PatternNode): Run | undefined {
  const run = rarest(pattern)
  return run && isOfUse(run) ? run : undefined
}

function rarest(node: PatternNode): Run | undefined {
  switch (node.type) {
    case 'set':
      return { bytes: node.bytes, length: 1 }
    case 'sequence':
      return ofSequence(flat(node))
    case 'choice': {
      const runs = node.options.map(rarest)
      if (runs.includes(undefined)) return undefined
      return (runs as Run[]).reduce((a, b) => ({ bytes: a.bytes | b.bytes, length: Math.min(a.length, b.length) }))
    }
    case 'repeat':
      return plainRun(node) ?? (node.min > 0 ? rarest(node.item) : undefined)
    case 'look':
      return undefined
  }
}

/** Groups are sequences in sequences. */
function flat(node: PatternNode): readonly PatternNode[] {
  return node.type === 'sequence' ? node.items.flatMap(flat) : [node]
}

/** What is nothing but bytes of one set, however many: at least so many of them. */
function plainRun(node: PatternNode): Run | undefined {
  if (node.type === 'set') return { bytes: node.bytes, length: 1 }
  const bytes = node.type === 'repeat' ? singleByte(node.item) : undefined
  return node.type === 'repeat' && bytes !== undefined ? { bytes, length: node.min } : undefined
}

/** Runs that stand side by side are one of all their bytes: `[a-z0-9]{8}-[a-z0-9]{4}`. */
function ofSequence(items: readonly PatternNode[]): Run | undefined {
  let best: Run | undefined
  let stretch: Run | undefined
  for (const item of items) {
    if (item.type === 'look') continue
    const plain = plainRun(item)
    const joined = stretch && plain && { bytes: stretch.bytes | plain.bytes, length: stretch.length + plain.length }
    stretch = joined && sizeOf(joined) <= MAX_BYTES ? joined : plain
    for (const run of [stretch, rarest(item)]) if (run && (!best || rarity(run) > rarity(best))) best = run
  }
  return best
}

const sizeOf = ({ bytes }: Run): number => listBytes(bytes).length
const isOfUse = (run: Run): boolean => run.length >= MIN_LENGTH && sizeOf(run) <= MAX_BYTES
const rarity = (run: Run): number => (isOfUse(run) ? run.length * (8 - Math.log2(sizeOf(run))) : 0)
