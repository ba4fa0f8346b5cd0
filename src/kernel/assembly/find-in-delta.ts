import { RUN_BYTES } from './apply-delta'
import { find } from './find'
import { HIT_BYTES, HIT_COUNT } from './layout'
import { isAlive } from './life'

/** What is known of an anchor, u32 each: its length, how far before its start and how far behind its end a verdict on it looks. */
// @ts-ignore: decorator
@inline export const REACH_BYTES: usize = 12
/** Room for hits ran out. */
export const FULL: u32 = 0xffff_ffff

let hitsStart: usize = 0
let hit: usize = 0
let hitsEnd: usize = 0

/** Puts a hit where it belongs, by position, then anchor: what comes is nearly in order. */
// @ts-ignore: decorator
@inline
function addHit(position: u32, anchor: u32): void {
  let at = hit
  hit += HIT_BYTES
  while (at > hitsStart) {
    const before = load<u32>(at - HIT_BYTES)
    if (before < position || (before === position && load<u32>(at - HIT_BYTES, 4) < anchor)) break
    store<u64>(at, load<u64>(at - HIT_BYTES))
    at -= HIT_BYTES
  }
  store<u32>(at, position)
  store<u32>(at, anchor, 4)
}

/** Adds what starts in [start, stop), less what lies wholly in the run [runStart, runEnd). False: no room. */
function scan(input: usize, size: u32, start: u32, stop: u32, longest: u32, reaches: usize, runStart: u32, runEnd: u32, scratch: usize, capacity: u32): bool {
  const from = input + <usize>start
  const limit = input + <usize>stop
  const end = input + <usize>min(<u64>size, <u64>stop + <u64>longest)
  let at = from
  // A window of a literal that starts before `stop` may begin as late as the literal ends.
  while (at < end) {
    at = find(from, at, end, limit, scratch, capacity)
    const count = load<u32>(HIT_COUNT)
    if (hit + <usize>count * HIT_BYTES > hitsEnd) return false
    for (let i: u32 = 0; i < count; i++) {
      const place = scratch + <usize>i * HIT_BYTES
      const position = load<u32>(place) + start
      const anchor = load<u32>(place, 4)
      if (position >= runStart && position + load<u32>(reaches + <usize>anchor * REACH_BYTES) <= runEnd) continue
      addHit(position, anchor)
    }
  }
  return true
}

/** The first of the base's hits at or after this position. */
function firstAt(hits: usize, count: u32, position: u32): u32 {
  let low: u32 = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if (load<u32>(hits + <usize>middle * HIT_BYTES) < position) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * All anchors of a text of `size` bytes at `input`, of which `runs` are copied from a base whose anchors are known: those in a run are carried over, and
 * only what lies between runs is looked at, with as much either side as the longest anchor needs. Without runs that is all of it.
 *
 * Hits go to `hits` (u32 position, u32 anchor, ascending); returns how many, or FULL. `scratch` has room for `scratchCapacity` of them.
 */
export function findInDelta(
  input: usize,
  size: u32,
  runs: usize,
  runCount: u32,
  baseHits: usize,
  baseCount: u32,
  reaches: usize,
  longest: u32,
  hits: usize,
  capacity: u32,
  scratch: usize,
  scratchCapacity: u32,
): u32 {
  hitsStart = hits
  hit = hits
  hitsEnd = hits + <usize>capacity * HIT_BYTES
  let runStart: u32 = 0
  let runEnd: u32 = 0
  const margin = longest - 1
  const runsEnd = runs + <usize>runCount * RUN_BYTES
  for (let run = runs; run < runsEnd; run += RUN_BYTES) {
    const target = load<u32>(run)
    const base = load<u32>(run, 4)
    const length = load<u32>(run, 8)
    const start = runEnd > runStart + margin ? runEnd - margin : runStart
    if (start < target && !scan(input, size, start, target, longest, reaches, runStart, runEnd, scratch, scratchCapacity)) return FULL
    const baseEnd = base + length
    for (let i = firstAt(baseHits, baseCount, base); i < baseCount; i++) {
      const place = baseHits + <usize>i * HIT_BYTES
      const position = load<u32>(place)
      if (position >= baseEnd) break
      const anchor = load<u32>(place, 4)
      if (position + load<u32>(reaches + <usize>anchor * REACH_BYTES) > baseEnd) continue
      if (hit >= hitsEnd) return FULL
      addHit(position - base + target, anchor)
    }
    runStart = target
    runEnd = target + length
  }
  const start = runEnd > runStart + margin ? runEnd - margin : runStart
  if (start < size && !scan(input, size, start, size, longest, reaches, runStart, runEnd, scratch, scratchCapacity)) return FULL
  return <u32>((hit - hits) / HIT_BYTES)
}

/** A stretch of text: u32 first byte, u32 behind its last, u32 first hit, u32 behind its last. */
// @ts-ignore: decorator
@inline export const STRETCH_BYTES: usize = 16

/** Adds what one hit reaches, cut off where the text ends. A stack: a hit that reaches far back joins what was apart. Returns the new top. */
// @ts-ignore: decorator
@inline
function join(stretches: usize, top: usize, low: u32, high: u32, hit: u32): usize {
  let first = hit
  while (top > stretches && low <= load<u32>(top - STRETCH_BYTES, 4)) {
    top -= STRETCH_BYTES
    low = min(low, load<u32>(top))
    high = max(high, load<u32>(top, 4))
    first = load<u32>(top, 8)
  }
  store<u32>(top, low)
  store<u32>(top, high, 4)
  store<u32>(top, first, 8)
  store<u32>(top, hit + 1, 12)
  return top + STRETCH_BYTES
}

/** Stretches of all that hits reach and `margin` bytes either side of it; how many. Never more than there are hits. */
export function allStretches(size: u32, hits: usize, count: u32, reaches: usize, anchorCount: u32, margin: u32, stretches: usize): u32 {
  let top = stretches
  for (let i: u32 = 0; i < count; i++) {
    const place = hits + <usize>i * HIT_BYTES
    const position = load<u32>(place)
    const anchor = load<u32>(place, 4)
    if (anchor >= anchorCount) continue
    const reach = reaches + <usize>anchor * REACH_BYTES
    const before = load<u32>(reach, 4) + margin
    const high = <u64>position + <u64>load<u32>(reach) + <u64>load<u32>(reach, 8) + <u64>margin
    top = join(stretches, top, position > before ? position - before : 0, <u32>min(high, <u64>size), i)
  }
  return <u32>((top - stretches) / STRETCH_BYTES)
}

/**
 * The same of those hits alone whose reach was not copied whole, so that what a pattern sees there is new, and where a match may go on at all: see life.ts.
 * A reach cut short by the text's start or end only counts as copied if the base's was cut at the same place. These hits are copied to `kept`, and the
 * stretches count them there.
 */
export function changedStretches(
  input: usize,
  size: u32,
  hits: usize,
  count: u32,
  reaches: usize,
  anchorCount: u32,
  runs: usize,
  runCount: u32,
  baseSize: u32,
  life: usize,
  kept: usize,
  stretches: usize,
): u32 {
  let top = stretches
  let run = runs
  let next: u32 = 0
  const runsEnd = runs + <usize>runCount * RUN_BYTES
  for (let i: u32 = 0; i < count; i++) {
    const place = hits + <usize>i * HIT_BYTES
    const position = load<u32>(place)
    const anchor = load<u32>(place, 4)
    if (anchor >= anchorCount) continue
    const reach = reaches + <usize>anchor * REACH_BYTES
    const length = load<u32>(reach)
    const before = load<u32>(reach, 4)
    const end = <u64>position + <u64>length + <u64>load<u32>(reach, 8)
    const low = position > before ? position - before : 0
    const high = <u32>min(end, <u64>size)
    while (run < runsEnd && load<u32>(run) + load<u32>(run, 8) <= position) run += RUN_BYTES
    if (run < runsEnd) {
      const start = load<u32>(run)
      const from = load<u32>(run, 4)
      const copied = load<u32>(run, 8)
      if (start <= low && start + copied >= high) {
        const atStart = position >= before || from === 0
        const atEnd = end <= <u64>size || from + copied === baseSize
        if (atStart && atEnd) continue
      }
    }
    if (!isAlive(life, input, size, position, length, anchor)) continue
    store<u64>(kept + <usize>next * HIT_BYTES, load<u64>(place))
    top = join(stretches, top, low, high, next++)
  }
  return <u32>((top - stretches) / STRETCH_BYTES)
}

/** Copies those of so many hits that are of anchors at which a match may go on; how many. */
export function liveHits(input: usize, size: u32, hits: usize, count: u32, reaches: usize, anchorCount: u32, life: usize, kept: usize): u32 {
  let next = kept
  const end = hits + <usize>count * HIT_BYTES
  for (let place = hits; place < end; place += HIT_BYTES) {
    const anchor = load<u32>(place, 4)
    if (anchor >= anchorCount) continue
    if (!isAlive(life, input, size, load<u32>(place), load<u32>(reaches + <usize>anchor * REACH_BYTES), anchor)) continue
    store<u64>(next, load<u64>(place))
    next += HIT_BYTES
  }
  return <u32>((next - kept) / HIT_BYTES)
}

/** Copies hits that are of marks, not anchors; how many. */
export function marksAmong(hits: usize, count: u32, anchorCount: u32, marks: usize): u32 {
  let mark = marks
  const end = hits + <usize>count * HIT_BYTES
  for (let place = hits; place < end; place += HIT_BYTES) {
    if (load<u32>(place, 4) < anchorCount) continue
    store<u64>(mark, load<u64>(place))
    mark += HIT_BYTES
  }
  return <u32>((mark - marks) / HIT_BYTES)
}
