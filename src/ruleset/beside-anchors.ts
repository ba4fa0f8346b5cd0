import { anchorAutomaton } from './anchor-automaton.ts'
import { automatonOf, type ByteAutomaton, narrowSets, placesBehind } from './byte-automaton.ts'
import { ALL_BYTES, type ByteSet, NO_BYTES, withoutBytes } from './byte-set.ts'
import type { PatternNode } from './pattern-node.ts'
import { type LeafGraph, placeLeaves } from './place-leaves.ts'
import { proveAnchors, provenEnds } from './prove-anchors.ts'
import { placesOver, seenOver } from './seen-over.ts'

/** Of a repeat so many rounds are told apart at most, then it may go on for ever: the first of these with which there are few enough states. */
const ROUNDS = [8, 4, 2, 1]

/** Leaves stand in the order of the pattern: what a value is like comes last, and takes most states. */
const DEPTHS: readonly number[] = [1, 0.9, 0.75, 0.6, 0.4]
const WHOLE: readonly number[] = [1]
/** Of few states it is tried first to make do with. */
const MAX_STATES: readonly number[] = [250, 1000, 4000]

/** What a match can go on with, away from its anchor. Undefined: nearly all text would pass, and the pattern itself is as good. */
export interface BesideAnchors {
  /** Behind each anchor, read on. */
  readonly sequel: ByteAutomaton | undefined
  /** Before each anchor, read backwards. */
  readonly prelude: ByteAutomaton | undefined
}

/**
 * Follows the places of the pattern at which an anchor may stand through the bytes on either side: such as proveAnchors relies on, since what a wide set
 * might spell (`pass` within a password), and what stands behind another anchor, needs no look at its own. It lets through whatever the pattern takes, and more: lookarounds are left out, but for
 * what must stand before a match, and what is far away is not looked at. `bounds`: see automatonOf.
 */
export function besideAnchors(
  pattern: PatternNode,
  anchors: readonly string[],
  ignoreCase: boolean,
  bounds = MAX_STATES,
): BesideAnchors {
  const proof = proveAnchors(pattern, anchors, ignoreCase)
  if (!proof.proven) return { sequel: undefined, prelude: undefined }
  const isNarrow = narrowSets(anchorAutomaton(anchors, ignoreCase).classOf, proof.width)
  const graphs = (node: PatternNode): readonly LeafGraph[] =>
    ROUNDS.map(rounds => placeLeaves(node, (min, max) => Math.min(max, Math.max(1, Math.min(min, rounds)))))
  const behind = graphs(pattern).map(graph => {
    const proven = provenEnds(graph, anchors, ignoreCase, proof.width)
    const ends = anchors.map(anchor =>
      placesBehind(graph, isNarrow, anchor, ignoreCase).filter(place => proven.has(place)),
    )
    return { graph, ends }
  })
  const over = seenOver(pattern).filter(({ taken }) => proveAnchors(taken, anchors, ignoreCase).proven)
  const before = graphs(withHead(pattern)).map(forward => {
    const graph = reversed(forward)
    const ends = anchors.map(anchor => placesBehind(graph, isNarrow, [...anchor].reverse().join(''), ignoreCase))
    return { graph, ends }
  })
  const preludes = [
    ...over.map(({ taken, seen }) => {
      const parts = graphs(taken)
      return graphs(withHead(seen)).map((graph, i) =>
        placesOver(reversed(parts[i]!), reversed(graph), anchors, ignoreCase, isNarrow),
      )
    }),
    before,
  ]
  let prelude: ByteAutomaton | undefined
  for (const one of preludes) prelude ??= automatonOf(one, bounds, WHOLE)
  return { sequel: automatonOf(behind, bounds, DEPTHS), prelude }
}

/** The same ways, from their end to their beginning. */
function reversed({ leaves, first, last, empty }: LeafGraph): LeafGraph {
  const before = leaves.map(() => new Set<number>())
  for (const [from, { next }] of leaves.entries()) for (const to of next) before[to]!.add(from)
  return { leaves: leaves.map((leaf, i) => ({ ...leaf, next: before[i]! })), first: last, last: first, empty }
}

/** What a pattern asks of the text before its matches, written out as if it were part of them. */
function withHead(node: PatternNode): PatternNode {
  switch (node.type) {
    case 'look':
      return seenBefore(node) ?? node
    case 'choice':
      return { ...node, options: node.options.map(withHead) }
    case 'sequence': {
      const taking = node.items.findIndex(item => item.type !== 'look')
      const looks = taking === -1 ? node.items : node.items.slice(0, taking)
      const rest = taking === -1 ? [] : node.items.slice(taking)
      // Of several one is as good as another, but for one byte that must not be there, which says least.
      const [longest] = looks.filter(isWritten).map(seenBefore).concat(looks.map(seenBefore)).filter(Boolean)
      if (longest) return { type: 'sequence', items: [longest, ...rest] }
      const [first, ...others] = rest
      return first ? { type: 'sequence', items: [withHead(first), ...others] } : node
    }
    default:
      return node
  }
}

const isWritten = (node: PatternNode): boolean => node.type === 'look' && !node.negate

/** What this lookbehind wants to see. Where a text begins, no byte is in its way: an automaton that has read all there is lets it pass. */
function seenBefore(node: PatternNode): PatternNode | undefined {
  if (node.type !== 'look' || !node.behind) return undefined
  if (!node.negate) return withHead(node.body)
  const forbidden = exactByte(node.body)
  if (forbidden === undefined || forbidden === NO_BYTES) return undefined
  return { type: 'set', bytes: withoutBytes(ALL_BYTES, forbidden) }
}

/** The bytes of a node that takes any one of these, and asks for nothing else. */
function exactByte(node: PatternNode): ByteSet | undefined {
  if (node.type === 'set') return node.bytes
  if (node.type === 'sequence') return node.items.length === 1 ? exactByte(node.items[0]!) : undefined
  if (node.type !== 'choice') return undefined
  const options = node.options.map(exactByte)
  return options.includes(undefined) ? undefined : options.reduce((a, b) => a! | b!, NO_BYTES)
}
