import { anchorAutomaton } from './anchor-automaton.ts'
import { type ByteSet, listBytes } from './byte-set.ts'
import type { PatternNode } from './pattern-node.ts'
import { type LeafGraph, placeLeaves } from './place-leaves.ts'
import { proveAnchors } from './prove-anchors.ts'

/** No match goes on like this; every one may. */
const NEVER = 0
const PERHAPS = 1
/** Of few states it is tried first to make do with. */
const MAX_STATES = [250, 1000]
/** Of a repeat so many rounds are told apart at most, then it may go on for ever: the first of these with which there are few enough states. */
const ROUNDS = [8, 4, 2, 1]
/** Bytes of ordinary text by which it shows what an automaton is worth. */
const TRIED_BYTES = 64
/** Of ordinary text more passes: then the pattern itself is as good. */
const MOST_PASS = 0.6

/** What may stand behind an anchor in a match, as an automaton over classes of bytes. */
export interface Sequel {
  readonly classOf: Uint8Array
  readonly width: number
  /** State × class → state; 0: no match goes on like this, 1: one may. */
  readonly table: Uint16Array
  /** State behind each anchor. */
  readonly starts: readonly number[]
}

/**
 * Follows all places of the pattern at which an anchor may have ended through the bytes behind it: such as proveAnchors relies on, since what a wide set
 * might spell (`pass` within a password) needs no look at its own. It lets through whatever the pattern takes, and more:
 * lookarounds are left out, and what is far behind is not looked at. Undefined where it would let nearly everything through.
 */
export function sequelOf(pattern: PatternNode, anchors: readonly string[], ignoreCase: boolean): Sequel | undefined {
  const proof = proveAnchors(pattern, anchors, ignoreCase)
  if (!proof.proven) return undefined
  const automaton = anchorAutomaton(anchors, ignoreCase)
  const isNarrow = (bytes: ByteSet): boolean =>
    new Set(listBytes(bytes).map(byte => automaton.classOf[byte])).size <= proof.width
  const graphs = ROUNDS.map(rounds => {
    const graph = placeLeaves(pattern, (min, max) => Math.min(max, Math.max(1, Math.min(min, rounds))))
    const narrow = graph.leaves.map(({ bytes }) => isNarrow(bytes))
    return { graph, ends: anchors.map(anchor => placesBehind(graph, narrow, anchor, ignoreCase)) }
  })
  for (const most of MAX_STATES) {
    for (const { graph, ends } of graphs) {
      const sequel = automatonOf(graph, ends, most)
      if (sequel) return passing(sequel) > MOST_PASS ? undefined : sequel
    }
  }
  return undefined
}

/** Bytes that no leaf tells apart are one class. */
function classesOf({ leaves }: LeafGraph): { classOf: Uint8Array; width: number; samples: readonly number[] } {
  const sets = [...new Set<ByteSet>(leaves.map(({ bytes }) => bytes))]
  const numbers = new Map<string, number>()
  const classOf = new Uint8Array(256)
  const samples: number[] = []
  for (let byte = 0; byte < 256; byte++) {
    const signature = sets.map(set => (set >> BigInt(byte)) & 1n).join('')
    let number = numbers.get(signature)
    if (number === undefined) {
      number = samples.push(byte) - 1
      numbers.set(signature, number)
    }
    classOf[byte] = number
  }
  return { classOf, width: samples.length, samples }
}

/** Leaves that may have taken the last byte of this anchor. */
function placesBehind(
  { leaves }: LeafGraph,
  narrow: readonly boolean[],
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
    places = new Set([...from].filter(leaf => narrow[leaf] && takes(leaf, character)))
  }
  return [...places]
}

/** Undefined: too many states. */
function automatonOf(graph: LeafGraph, ends: readonly (readonly number[])[], most: number): Sequel | undefined {
  const { leaves, last } = graph
  const { classOf, width, samples } = classesOf(graph)
  const fits = leaves.map(({ bytes }) => samples.map(byte => ((bytes >> BigInt(byte)) & 1n) === 1n))
  const numbers = new Map<string, number>()
  const states: (readonly number[])[] = [[], []]
  function numberOf(places: readonly number[]): number {
    if (places.length === 0) return NEVER
    if (places.some(place => last.has(place))) return PERHAPS
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
    rows.push(Array.from({ length: width }, (_, byteClass) => numberOf(next.filter(place => fits[place]![byteClass]))))
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

/** Share of ordinary text that passes behind the anchor that lets most through. */
function passing({ classOf, width, table, starts }: Sequel): number {
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
