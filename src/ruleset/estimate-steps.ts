import { branchFactors } from './branch-factors.ts'
import { ALL_BYTES, type ByteSet, NO_BYTES, withoutBytes } from './byte-set.ts'
import type { PatternNode } from './pattern-node.ts'
import { singleByte } from './single-byte.ts'
import { type Stop, stepGraph } from './step-graph.ts'

/** Ways between two runs that are followed one by one; where there are more, none of what they could save is taken off. */
const MAX_WAYS_FOLLOWED = 64
/** Bytes of a way that are looked at to see how close two of its kind can stand. */
const MAX_WAY_BYTES = 24

export interface Estimate {
  readonly steps: number
  /** The repeats whose numbers multiply, as written. */
  readonly runs: readonly string[]
}

/**
 * About the most steps that a backtracking matcher takes with the pattern over a window of so many bytes, whatever the text.
 *
 * Runs multiply where one text can be shared out among them in many ways: `\w{0,40}\d{0,40}` on digits. They do not where what stands between
 * them is a byte that one of them cannot take: `\w{0,40}=\w{0,40}`. And where a literal of n bytes must stand between them, there are n times
 * fewer places to try. The window itself is the first run: the match may start anywhere in it.
 */
export function estimateSteps(pattern: PatternNode, windowBytes: number): Estimate {
  const stops = stepGraph(pattern, windowBytes)
  const factors = branchFactors(stops)
  const started = startBytes(pattern)
  /** For each run that was looked at: how often it is come to, and from which other run that is so. */
  const reached: { readonly at: number; readonly visits: number; readonly from: number }[] = [
    { at: 0, visits: 1, from: -1 },
  ]
  // The plain parts: each start, in each way that choices allow.
  let most = windowBytes * Math.max(...factors)
  let worst = 0
  for (const [to, stop] of stops.entries()) {
    if (to === 0 || (stop.length === 1 && stop.ways === 1)) continue
    let visits = 1
    let via = -1
    for (const [index, source] of reached.entries()) {
      const { ways } = stops[source.at]!
      if (ways === 1 || (source.at === 0 && (stop.bytes & started) === NO_BYTES)) continue
      const gap = closest(stops, source.at, to)
      const visited = gap > 0 ? source.visits * Math.ceil(ways / gap) : 0
      if (visited <= visits) continue
      visits = visited
      via = index
    }
    const index = reached.push({ at: to, visits, from: via }) - 1
    const steps = visits * factors[to]! * Math.min(stop.length, stop.enough)
    if (steps <= most) continue
    most = steps
    worst = index
  }
  const runs: string[] = []
  for (let index = worst; index > 0; index = reached[index]!.from) runs.unshift(stops[reached[index]!.at]!.raw)
  return { steps: most, runs }
}

/** The byte before a match is one of these, where a lookbehind at the very start says so. */
function startBytes(pattern: PatternNode): ByteSet {
  const start = pattern.type === 'sequence' ? pattern.items[0] : pattern
  if (start?.type === 'sequence') return startBytes(start)
  const bytes = start?.type === 'look' && start.behind ? singleByte(start.body) : undefined
  if (bytes === undefined || start?.type !== 'look') return ALL_BYTES
  return start.negate ? withoutBytes(ALL_BYTES, bytes) : bytes
}

/** How many bytes at least lie between two places where `from` may end with `to` still to come, in a text that both can take; 0: there is no such text. */
function closest(stops: readonly Stop[], from: number, to: number): number {
  const shared = stops[from]!.bytes & stops[to]!.bytes
  const ways: ByteSet[][] = []
  let complete = true
  const reaching = reachable(stops, from, to, shared)
  if (!reaching.has(from)) return 0
  follow(from, [])
  return complete ? smallestShift(ways) : 1

  function follow(at: number, way: ByteSet[]): void {
    if (ways.length >= MAX_WAYS_FOLLOWED) complete = false
    for (const next of stops[at]!.next) {
      if (!complete) return
      if (!reaching.has(next)) continue
      const { bytes, length, ways: ends } = stops[next]!
      if (next === to || ends > 1 || way.length >= MAX_WAY_BYTES) ways.push(way)
      else follow(next, [...way, ...Array.from({ length: Math.min(length, MAX_WAY_BYTES) }, () => bytes & shared)])
    }
  }
}

/** Stops from which `to` can be come to without a byte that is not shared. Stops lead only to later ones. */
function reachable(stops: readonly Stop[], from: number, to: number, shared: ByteSet): ReadonlySet<number> {
  const found = new Set([to])
  if (shared === NO_BYTES) return new Set()
  for (let at = to - 1; at >= from; at--) {
    const { bytes, next } = stops[at]!
    if ((bytes & shared) !== NO_BYTES && [...next].some(one => found.has(one))) found.add(at)
  }
  return found
}

function smallestShift(ways: readonly (readonly ByteSet[])[]): number {
  let smallest = MAX_WAY_BYTES
  for (const a of ways) {
    for (const b of ways) {
      for (let shift = 1; shift < smallest; shift++) if (fits(a, b, shift)) smallest = shift
    }
  }
  return smallest
}

/** Can `b` stand `shift` bytes after `a` in one text? */
function fits(a: readonly ByteSet[], b: readonly ByteSet[], shift: number): boolean {
  for (let index = 0; index < b.length && index + shift < a.length; index++) {
    if ((a[index + shift]! & b[index]!) === NO_BYTES) return false
  }
  return true
}
