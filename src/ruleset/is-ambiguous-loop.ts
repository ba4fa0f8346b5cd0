import { type ByteSet, NO_BYTES } from './byte-set.ts'
import { eitherOf, NOTHING, oneBehindOther, type PatternEnds } from './pattern-ends.ts'
import type { PatternNode } from './pattern-node.ts'
import { singleByte } from './single-byte.ts'

/** Pairs of places are walked, so that this squared is the work. Longer runs are taken as loops without end, which finds no fewer ambiguities. */
const MAX_RUN_PLACES = 64
const MAX_PLACES = 400

/**
 * Can one text be matched in two ways by going round and round in `item`? Then each round doubles the ways that a backtracking matcher
 * tries. Two walkers take the same bytes through the places of `item`: ambiguous if they part and meet again.
 */
export function isAmbiguousLoop(item: PatternNode): boolean {
  const bytes: ByteSet[] = []
  const next: Set<number>[] = []
  let twice = false
  const whole = place(item)
  link(whole.last, whole.first)
  return twice || canPartAndMeet(bytes, next)

  function place(node: PatternNode): PatternEnds {
    const single = singleByte(node)
    if (single !== undefined) return one(single)
    switch (node.type) {
      case 'choice': {
        const parts = node.options.map(place)
        if (parts.filter(part => part.empty).length > 1) twice = true
        return eitherOf(parts)
      }
      case 'sequence':
        return node.items.map(place).reduce(join, NOTHING)
      case 'repeat':
        return repeat(node.item, node.min, node.max)
      default:
        return NOTHING
    }
  }

  function one(set: ByteSet): PatternEnds {
    const index = bytes.push(set) - 1
    next.push(new Set())
    return { first: [index], last: [index], empty: false }
  }

  function repeat(inner: PatternNode, min: number, max: number): PatternEnds {
    if (max === 0) return NOTHING
    const copies = bytes.length < MAX_PLACES && max <= MAX_RUN_PLACES ? max : 1
    const parts = Array.from({ length: copies }, () => place(inner))
    for (const [index, part] of parts.entries()) if (index > 0) link(parts[index - 1]!.last, part.first)
    if (copies < max) link(parts[0]!.last, parts[0]!.first)
    const nullable = parts[0]!.empty
    // A round that takes nothing can stand anywhere among the others.
    if (nullable && max > 1) twice = true
    const ending = nullable || copies < max ? parts : parts.slice(Math.max(0, min - 1))
    return { first: parts[0]!.first, last: ending.flatMap(part => part.last), empty: min === 0 || nullable }
  }

  function join(a: PatternEnds, b: PatternEnds): PatternEnds {
    link(a.last, b.first)
    return oneBehindOther(a, b)
  }

  function link(from: readonly number[], to: readonly number[]): void {
    for (const a of from) {
      for (const b of to) {
        if (next[a]!.has(b)) twice = true
        next[a]!.add(b)
      }
    }
  }
}

/** All places lie on one round, so that two walkers who part at one place and meet at another can do so in every round. */
function canPartAndMeet(bytes: readonly ByteSet[], next: readonly ReadonlySet<number>[]): boolean {
  const size = bytes.length
  const parted = new Set<number>()
  const walk = (a: number, b: number): boolean => {
    for (const x of next[a]!) {
      for (const y of next[b]!) {
        if ((bytes[x]! & bytes[y]!) === NO_BYTES) continue
        if (x !== y) parted.add(Math.min(x, y) * size + Math.max(x, y))
        else if (a !== b) return true
      }
    }
    return false
  }
  for (let place = 0; place < size; place++) walk(place, place)
  // The set grows while it is gone through.
  for (const pair of parted) if (walk(Math.floor(pair / size), pair % size)) return true
  return false
}
