import { type AnchorAutomaton, anchorAutomaton } from './anchor-automaton.ts'
import { type ByteSet, listBytes } from './byte-set.ts'
import type { PatternNode } from './pattern-node.ts'
import { type LeafGraph, placeLeaves } from './place-leaves.ts'

/**
 * Where the proven anchor stands: most bytes of the match before its start and after its end. Or a match without any. `width`: each match holds an anchor
 * of which no byte set has more classes of bytes.
 */
export type AnchorProof =
  | { readonly proven: true; readonly before: number; readonly after: number; readonly width: number }
  | { readonly proven: false; readonly counterExample: string }

/**
 * A byte set counts as part of an anchor only if it has at most so many classes: `password` in `[\w.-]{0,40}password` is the written one
 * and not one that the class before it might spell, so the window stays small. Wider sets are tried when narrower ones prove nothing.
 */
const WIDTHS = [1, 2, 8, 257]

/** Does every text that the pattern takes contain an anchor? Walks pattern and anchors together, looking for a way to the end without one. */
export function proveAnchors(pattern: PatternNode, anchors: readonly string[], ignoreCase: boolean): AnchorProof {
  const automaton = anchorAutomaton(anchors, ignoreCase)
  const graph = placeLeaves(pattern)
  const classesOf = classesIn(graph, automaton)
  let proof: AnchorProof = { proven: false, counterExample: '' }
  for (const width of WIDTHS) {
    proof = graph.empty ? proof : walk(graph, automaton, classesOf, width)
    if (proof.proven) break
  }
  return proof
}

/** Leaves at which the anchor that the proof rests on may end: the first on some way through the pattern. `width`: of the proof. */
export function provenEnds(
  graph: LeafGraph,
  anchors: readonly string[],
  ignoreCase: boolean,
  width: number,
): ReadonlySet<number> {
  const automaton = anchorAutomaton(anchors, ignoreCase)
  const ends = new Set<number>()
  walk(graph, automaton, classesIn(graph, automaton), width, ends)
  return ends
}

function classesIn({ leaves }: LeafGraph, { classOf }: AnchorAutomaton): (bytes: ByteSet) => readonly number[] {
  const classes = new Map<ByteSet, readonly number[]>()
  for (const { bytes } of leaves) {
    if (!classes.has(bytes)) classes.set(bytes, [...new Set(listBytes(bytes).map(byte => classOf[byte]!))])
  }
  return bytes => classes.get(bytes)!
}

function walk(
  graph: LeafGraph,
  automaton: AnchorAutomaton,
  classesOf: (bytes: ByteSet) => readonly number[],
  width: number,
  ends?: Set<number>,
): AnchorProof {
  const { leaves, first, last } = graph
  const cameFrom = new Int32Array(leaves.length * automaton.states).fill(-2)
  const byClass = new Uint8Array(cameFrom.length)
  const queue: number[] = []
  let before = 0
  let after = 0

  const step = (from: number, state: number, leafIndex: number): void => {
    const leaf = leaves[leafIndex]!
    const classes = classesOf(leaf.bytes)
    for (const byteClass of classes) {
      const reached = classes.length <= width ? automaton.next(state, byteClass) : 0
      const length = automaton.ends(reached)
      if (length > 0) {
        before = Math.max(before, leaf.before + 1 - length)
        after = Math.max(after, leaf.after)
        ends?.add(leafIndex)
        continue
      }
      const place = leafIndex * automaton.states + reached
      if (cameFrom[place] !== -2) continue
      cameFrom[place] = from
      byClass[place] = byteClass
      queue.push(place)
    }
  }

  for (const leaf of first) step(-1, 0, leaf)
  for (const place of queue) {
    const leaf = Math.floor(place / automaton.states)
    if (last.has(leaf)) return { proven: false, counterExample: spell(place) }
    for (const next of leaves[leaf]!.next) step(place, place % automaton.states, next)
  }
  return { proven: true, before, after, width }

  function spell(end: number): string {
    let text = ''
    for (let place = end; place >= 0; place = cameFrom[place]!) {
      text = String.fromCharCode(spellByte(leaves[Math.floor(place / automaton.states)]!.bytes, byClass[place]!)) + text
    }
    return text
  }

  function spellByte(bytes: ByteSet, byteClass: number): number {
    const fitting = listBytes(bytes).filter(byte => automaton.classOf[byte] === byteClass)
    return (
      fitting.find(byte => byte > 0x60 && byte < 0x7b) ??
      fitting.find(byte => byte > 0x20 && byte < 0x7f) ??
      fitting[0]!
    )
  }
}
