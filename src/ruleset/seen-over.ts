import type { AnchoredGraph } from './byte-automaton.ts'
import { ALL_BYTES, type ByteSet } from './byte-set.ts'
import type { PatternNode } from './pattern-node.ts'
import type { LeafGraph } from './place-leaves.ts'

/** A pattern that looks back over its own beginning: that, and what it wants to see there, which ends where that ends. */
export interface SeenOver {
  readonly taken: PatternNode
  readonly seen: PatternNode
}

/** The first lookbehind of a pattern that stands behind something taken, as in `pass\w{0,9}(?<=<\w{1,9})="`: one for each that says something. */
export function seenOver(pattern: PatternNode): readonly SeenOver[] {
  if (pattern.type !== 'sequence') return []
  const { items } = pattern
  // Groups that hold all of the pattern.
  if (items.length === 1) return seenOver(items[0]!)
  return items.flatMap((item, at): readonly SeenOver[] => {
    if (item.type !== 'look' || !item.behind || item.negate) return []
    if (items.slice(0, at).every(({ type }) => type === 'look')) return []
    return [{ taken: { type: 'sequence', items: items.slice(0, at) }, seen: item.body }]
  })
}

/** All that was seen: what stands before it may be anything. */
const DONE = -1

/** A leaf of what is taken, and the one of what is seen that takes the same byte; undefined before the first byte. */
interface Pair {
  readonly taken: number | undefined
  readonly seen: number | undefined
}

/**
 * Where in `seen` somebody is who has read backwards over what is taken, up to the beginning of an anchor in it. Both graphs lead from their end to their
 * beginning. `isNarrow`: leaves that an anchor may count on.
 */
export function placesOver(
  taken: LeafGraph,
  seen: LeafGraph,
  anchors: readonly string[],
  ignoreCase: boolean,
  isNarrow: (bytes: ByteSet) => boolean,
): AnchoredGraph {
  const stepsFrom = (pair: Pair, takes: (leaf: number) => boolean, byte: ByteSet): readonly Pair[] => {
    const nextTaken = pair.taken === undefined ? taken.first : taken.leaves[pair.taken]!.next
    const isDone = pair.seen === DONE || (pair.seen === undefined ? seen.empty : seen.last.has(pair.seen))
    const nextSeen = pair.seen === DONE ? [] : pair.seen === undefined ? seen.first : seen.leaves[pair.seen]!.next
    return [...nextTaken].filter(takes).flatMap(leaf => {
      const { bytes } = taken.leaves[leaf]!
      const both = [...nextSeen].filter(one => (seen.leaves[one]!.bytes & bytes & byte) !== 0n)
      return [...both, ...(isDone && (bytes & byte) !== 0n ? [DONE] : [])].map(one => ({ taken: leaf, seen: one }))
    })
  }
  const reached = distinct([{ taken: undefined, seen: undefined }])
  for (const pair of reached.values()) {
    for (const next of stepsFrom(pair, () => true, ALL_BYTES)) reached.set(keyOf(next), next)
  }
  const last = [...seen.last]
  const ends = anchors.map(anchor => {
    let pairs = reached
    for (const character of [...anchor].reverse()) {
      const byte = bitsOf(character, ignoreCase)
      const isNarrowLeaf = (leaf: number): boolean => isNarrow(taken.leaves[leaf]!.bytes)
      pairs = distinct([...pairs.values()].flatMap(pair => stepsFrom(pair, isNarrowLeaf, byte)))
    }
    const places = new Set([...pairs.values()].map(pair => pair.seen!))
    return [...places].flatMap(place => (place === DONE ? last : [place]))
  })
  return { graph: seen, ends }
}

const keyOf = ({ taken, seen }: Pair): string => `${taken} ${seen}`

function distinct(pairs: readonly Pair[]): Map<string, Pair> {
  return new Map(pairs.map(pair => [keyOf(pair), pair]))
}

function bitsOf(character: string, ignoreCase: boolean): ByteSet {
  const cases = ignoreCase ? [character.toLowerCase(), character.toUpperCase()] : [character]
  return cases.reduce((bits, one) => bits | (1n << BigInt(one.charCodeAt(0))), 0n)
}
