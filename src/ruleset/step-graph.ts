import { ALL_BYTES, type ByteSet, NO_BYTES } from './byte-set.ts'
import { isAmbiguousLoop } from './is-ambiguous-loop.ts'
import { eitherOf, NOTHING, oneBehindOther, type PatternEnds } from './pattern-ends.ts'
import { PatternError } from './pattern-error.ts'
import { patternLength } from './pattern-length.ts'
import type { PatternNode } from './pattern-node.ts'
import { singleByte } from './single-byte.ts'

/** A byte, or a run of bytes that a repeat takes: as a backtracking matcher sees it, a number of ends to try. */
export interface Stop {
  readonly bytes: ByteSet
  /** Most bytes taken here. */
  readonly length: number
  /** Ends that may have to be tried, one after the other. */
  readonly ways: number
  /** Bytes after which the whole match is made, so that no more than these are ever tried again; Infinity where more must follow. */
  readonly enough: number
  /** As written, for messages. */
  readonly raw: string
  readonly next: Set<number>
}

/**
 * So that checking a pattern takes a second at the most: pairs of stops are looked at. Built-in patterns have up to a thousand stops, and two thousand
 * ways from one to the next.
 */
const MAX_STOPS = 4000
const MAX_LINKS = 40_000
const TOO_LARGE = 'too large to be checked: make several rules of it, or fewer of its parts optional'
/** Rounds of a repeated group that are written out one by one; a group that goes round more often must be unambiguous. */
const MAX_ROUNDS = 8

/**
 * The ways of a backtracking matcher through a pattern, without loops: stops lead only to later ones. Stop 0 is the text before the match:
 * its ends are the places where a match may start.
 */
export function stepGraph(pattern: PatternNode, windowBytes: number): readonly Stop[] {
  const window = {
    bytes: ALL_BYTES,
    length: windowBytes,
    ways: windowBytes,
    enough: Number.POSITIVE_INFINITY,
    raw: 'the start',
  }
  const stops: Stop[] = [{ ...window, next: new Set() }]
  const least = new Map<number, number>()
  let links = 0
  const whole = place(pattern)
  link([0], whole.first)
  if (endsWithLook(pattern)) return stops
  return stops.map((one, index) => (whole.last.includes(index) ? { ...one, enough: least.get(index)! } : one))

  function place(node: PatternNode): PatternEnds {
    const single = singleByte(node)
    if (single !== undefined) return stop(single, 1, 1, 1, '')
    switch (node.type) {
      case 'choice':
        return eitherOf(node.options.map(place))
      case 'sequence':
        return node.items.map(place).reduce(join, NOTHING)
      case 'repeat':
        return repeat(node)
      case 'look': {
        // Tried on the way; nothing comes after it, and the way goes on without it. One byte is no work.
        const part = singleByte(node.body) === undefined ? place(node.body) : NOTHING
        return { first: part.first, last: [], empty: true }
      }
      default:
        return NOTHING
    }
  }

  function stop(bytes: ByteSet, min: number, length: number, ways: number, raw: string): PatternEnds {
    if (stops.length >= MAX_STOPS) throw new PatternError(TOO_LARGE)
    const index = stops.push({ bytes, length, ways, enough: Number.POSITIVE_INFINITY, raw, next: new Set() }) - 1
    least.set(index, min)
    return { first: [index], last: [index], empty: false }
  }

  function repeat({ item, min, max, raw }: PatternNode & { type: 'repeat' }): PatternEnds {
    const length = patternLength(item)
    if (max * length.max === 0) return NOTHING
    const single = singleByte(item)
    if (single !== undefined) return { ...stop(single, min, max, max - min + 1, raw), empty: min === 0 }
    if (max <= MAX_ROUNDS) return rounds(item, min, max)
    if (isAmbiguousLoop(item)) {
      throw new PatternError(
        `slow: ${raw} can match one text in two ways, and each round doubles them: let a round begin or end with something required that the rest of it cannot match`,
      )
    }
    const longest = max * length.max
    const shortest = min * length.min
    const run = stop(allBytes(item), shortest, longest, longest - shortest + 1, raw)
    return { ...run, empty: min === 0 || length.min === 0 }
  }

  function rounds(item: PatternNode, min: number, max: number): PatternEnds {
    const parts = Array.from({ length: max }, () => place(item))
    for (const [index, part] of parts.entries()) if (index > 0) link(parts[index - 1]!.last, part.first)
    const nullable = parts[0]!.empty
    if (nullable) return parts.map(part => ({ ...part, empty: true })).reduce(join, NOTHING)
    const ending = parts.slice(Math.max(0, min - 1))
    return { first: parts[0]!.first, last: ending.flatMap(part => part.last), empty: min === 0 }
  }

  function join(a: PatternEnds, b: PatternEnds): PatternEnds {
    link(a.last, b.first)
    return oneBehindOther(a, b)
  }

  function link(from: readonly number[], to: readonly number[]): void {
    links += from.length * to.length
    if (links > MAX_LINKS) throw new PatternError(TOO_LARGE)
    for (const a of from) for (const b of to) stops[a]!.next.add(b)
  }
}

function endsWithLook(node: PatternNode): boolean {
  if (node.type === 'look') return true
  if (node.type === 'sequence') return node.items.length > 0 && endsWithLook(node.items.at(-1)!)
  if (node.type === 'choice') return node.options.some(endsWithLook)
  return node.type === 'repeat' && endsWithLook(node.item)
}

function allBytes(node: PatternNode): ByteSet {
  switch (node.type) {
    case 'set':
      return node.bytes
    case 'sequence':
      return node.items.map(allBytes).reduce((a, b) => a | b, NO_BYTES)
    case 'choice':
      return node.options.map(allBytes).reduce((a, b) => a | b, NO_BYTES)
    case 'repeat':
      return allBytes(node.item)
    case 'look':
      return NO_BYTES
  }
}
