import { type ByteSet, listBytes } from './byte-set.ts'
import { minimalAutomaton } from './minimal-automaton.ts'
import type { LeafGraph } from './place-leaves.ts'

/** No match goes on like this; every one may. */
const NEVER = 0
const PERHAPS = 1
/** Bytes of ordinary text by which it shows what an automaton is worth. */
const TRIED_BYTES = 64
/** Of ordinary text more passes: then the pattern itself is as good. */
const MOST_PASS = 0.6

/** What may stand beside an anchor in a match, byte by byte away from it, as an automaton over classes of bytes. */
export interface ByteAutomaton {
  readonly classOf: Uint8Array
  readonly width: number
  /** State × class → state; 0: no match goes on like this, 1: one may. */
  readonly table: Uint16Array
  /** State beside each anchor. */
  readonly starts: readonly number[]
}

/** A pattern, and of each anchor the leaves at which it may have ended. */
export interface AnchoredGraph {
  readonly graph: LeafGraph
  readonly ends: readonly (readonly number[])[]
}

/**
 * Of the first of these graphs that gives few enough states; `bounds`: how many, in the order in which it is tried to make do with them. `depths`: how large a
 * part of the leaves is looked at, likewise; who comes to one beyond it may go on. Undefined where it would let nearly everything through, or is too large of
 * all of them.
 */
export function automatonOf(
  graphs: readonly AnchoredGraph[],
  bounds: readonly number[],
  depths: readonly number[],
): ByteAutomaton | undefined {
  for (const depth of depths) {
    for (const most of bounds) {
      for (const one of graphs) {
        const automaton = followed(one, most, depth * one.graph.leaves.length)
        if (automaton) return passing(automaton) > MOST_PASS ? undefined : minimalAutomaton(automaton)
      }
    }
  }
  return undefined
}

/** Leaves that may have taken the last byte of this anchor. `isNarrow`: those that an anchor may count on. */
export function placesBehind(
  { leaves }: LeafGraph,
  isNarrow: (bytes: ByteSet) => boolean,
  anchor: string,
  ignoreCase: boolean,
): readonly number[] {
  const takes = (leaf: number, character: string): boolean => {
    const set = leaves[leaf]!.bytes
    const cases = ignoreCase ? [character.toLowerCase(), character.toUpperCase()] : [character]
    return cases.some(one => ((set >> BigInt(one.charCodeAt(0))) & 1n) === 1n)
  }
  let places = new Set(leaves.keys())
  for (const [i, character] of [...anchor].entries()) {
    const from = i === 0 ? places : new Set([...places].flatMap(leaf => [...leaves[leaf]!.next]))
    places = new Set([...from].filter(leaf => takes(leaf, character) && isNarrow(leaves[leaf]!.bytes)))
  }
  return [...places]
}

/** All leaves that a way from these leads to. */
function leavesAhead({ leaves }: LeafGraph, ends: AnchoredGraph['ends']): readonly number[] {
  const ahead = new Set(ends.flat().flatMap(place => [...leaves[place]!.next]))
  for (const place of ahead) for (const next of leaves[place]!.next) ahead.add(next)
  return [...ahead]
}

/** Bytes that none of these tells apart are one class. */
function classesOf(sets: ReadonlySet<ByteSet>): { classOf: Uint8Array; width: number; samples: readonly number[] } {
  const numbers = new Map<string, number>()
  const classOf = new Uint8Array(256)
  const samples: number[] = []
  for (let byte = 0; byte < 256; byte++) {
    const signature = Array.from(sets, set => (set >> BigInt(byte)) & 1n).join('')
    let number = numbers.get(signature)
    if (number === undefined) {
      number = samples.push(byte) - 1
      numbers.set(signature, number)
    }
    classOf[byte] = number
  }
  return { classOf, width: samples.length, samples }
}

/** Undefined: too many states. From the leaf `far` on nothing is looked at. */
function followed({ graph, ends }: AnchoredGraph, most: number, far: number): ByteAutomaton | undefined {
  const { leaves, last } = graph
  const ahead = leavesAhead(graph, ends)
  const { classOf, width, samples } = classesOf(new Set(ahead.map(leaf => leaves[leaf]!.bytes)))
  const fits = new Map(
    ahead.map(leaf => [leaf, samples.map(byte => ((leaves[leaf]!.bytes >> BigInt(byte)) & 1n) === 1n)]),
  )
  const numbers = new Map<string, number>()
  const states: (readonly number[])[] = [[], []]
  function numberOf(places: readonly number[]): number {
    if (places.length === 0) return NEVER
    if (places.some(place => place >= far || last.has(place))) return PERHAPS
    const key = places.join()
    const known = numbers.get(key)
    if (known !== undefined) return known
    const number = states.push(places) - 1
    numbers.set(key, number)
    return number
  }
  const ascending = (places: Iterable<number>): readonly number[] => [...new Set(places)].sort((a, b) => a - b)
  const starts = ends.map(places => numberOf(ascending(places)))
  const rows: number[][] = [new Array(width).fill(NEVER), new Array(width).fill(PERHAPS)]
  for (let state = 2; state < states.length; state++) {
    if (states.length > most) return undefined
    const next = ascending(states[state]!.flatMap(place => [...leaves[place]!.next]))
    rows.push(
      Array.from({ length: width }, (_, byteClass) => numberOf(next.filter(place => fits.get(place)![byteClass]))),
    )
  }
  if (states.length > most) return undefined
  return { classOf, width, table: Uint16Array.from(rows.flat()), starts }
}

/** Shares of bytes in source text, roughly: what counts is only which rules are worth an automaton. */
const TEXT: readonly (readonly [characters: string, share: number])[] = [
  ['abcdefghijklmnopqrstuvwxyz', 0.6],
  [' ', 0.15],
  ['\n', 0.03],
  ['ABCDEFGHIJKLMNOPQRSTUVWXYZ', 0.05],
  ['0123456789', 0.05],
  ['.,_-/:;=()\'"{}<>', 0.12],
]

/** Share of ordinary text that passes beside the anchor that lets most through. */
function passing({ classOf, width, table, starts }: ByteAutomaton): number {
  const shares = new Float64Array(width)
  for (const [characters, share] of TEXT) {
    for (const character of characters) shares[classOf[character.charCodeAt(0)]!]! += share / characters.length
  }
  const from = (start: number): number => {
    let here = new Map([[start, 1]])
    for (let step = 0; step < TRIED_BYTES; step++) {
      const next = new Map<number, number>()
      for (const [state, probability] of here) {
        for (let byteClass = 0; byteClass < width; byteClass++) {
          const to = table[state * width + byteClass]!
          next.set(to, (next.get(to) ?? 0) + probability * shares[byteClass]!)
        }
      }
      here = next
    }
    here.delete(NEVER)
    return [...here.values()].reduce((sum, one) => sum + one, 0)
  }
  return Math.max(...starts.map(from))
}

/** Whether each byte of a set may be told apart as part of an anchor: see proveAnchors. */
export function narrowSets(classOf: Uint8Array, width: number): (bytes: ByteSet) => boolean {
  const known = new Map<ByteSet, boolean>()
  return bytes => {
    let isNarrow = known.get(bytes)
    if (isNarrow === undefined) {
      isNarrow = new Set(listBytes(bytes).map(byte => classOf[byte])).size <= width
      known.set(bytes, isNarrow)
    }
    return isNarrow
  }
}
