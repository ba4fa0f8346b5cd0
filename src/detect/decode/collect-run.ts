import { latin1 } from '../latin1.ts'
import type { Span } from './decoded.ts'

/** Characters of an encoding that stand together, line ends between them left out. */
export interface Run {
  readonly text: string
  /** Where its first character stands in the bytes, and the end. */
  readonly start: number
  readonly end: number
  /** All that decides what the run is: whether a line beside it belongs to it says how long that is, held against those that do. */
  readonly seen: Span
  /** Where a character stands in the bytes. */
  at(index: number): number
  /** The character that stands there. */
  indexOf(position: number): number
}

/** Base64 is wrapped at 60 to 76 characters, MIME at 76; words that end a line are shorter. */
const SHORTEST_LINE = 40
/** Indentation of YAML, a comment's star. */
const LONGEST_INDENT = 32

type IsCharacter = (byte: number) => boolean
type Segment = readonly [start: number, end: number]

const LF = 10
const CR = 13
const BACKSLASH = 0x5c

function segmentAround(bytes: Uint8Array, at: number, is: IsCharacter): Segment {
  let start = at
  let end = at
  while (start > 0 && is(bytes[start - 1]!)) start--
  while (end < bytes.length && is(bytes[end]!)) end++
  return [start, end]
}

const isBlank = (byte: number | undefined): boolean => byte === 0x20 || byte === 9

/** Where the next line's text begins if a line ends here, be it with `\n` written out. */
function nextLine(bytes: Uint8Array, end: number): number | undefined {
  let at = end
  if (bytes[at] === BACKSLASH && bytes[at + 1] === 0x72) at += 2
  if (bytes[at] === BACKSLASH && bytes[at + 1] === 0x6e) return at + 2
  if (bytes[at] === CR) at++
  if (bytes[at] !== LF) return undefined
  at++
  const limit = at + LONGEST_INDENT
  while (at < limit && isBlank(bytes[at])) at++
  return at
}

/** Where the line before ends if one begins here. */
function lineBefore(bytes: Uint8Array, start: number): number | undefined {
  let at = start
  if (bytes[at - 1] === 0x6e && bytes[at - 2] === BACKSLASH) {
    return bytes[at - 3] === 0x72 && bytes[at - 4] === BACKSLASH ? at - 4 : at - 2
  }
  const limit = at - LONGEST_INDENT
  while (at > limit && isBlank(bytes[at - 1])) at--
  if (bytes[at - 1] !== LF) return undefined
  return bytes[at - 2] === CR ? at - 2 : at - 1
}

/** With `\n` written out the `n` is a character of the encoding itself. */
function withoutEscape(bytes: Uint8Array, [start, end]: Segment): Segment {
  const escaped = bytes[start - 1] === BACKSLASH && (bytes[start] === 0x6e || bytes[start] === 0x72)
  return escaped && start < end ? [start + 1, end] : [start, end]
}

function segmentsAround(bytes: Uint8Array, at: number, is: IsCharacter): readonly Segment[] {
  const first = withoutEscape(bytes, segmentAround(bytes, at, is))
  const segments: Segment[] = [first]
  for (let last = first; last[1] - last[0] >= SHORTEST_LINE; ) {
    const start = nextLine(bytes, last[1])
    if (start === undefined || start >= bytes.length) break
    const [, end] = segmentAround(bytes, start, is)
    if (end === start || end - start > last[1] - last[0]) break
    last = [start, end]
    segments.push(last)
  }
  // From the end on: a certificate store has a hundred thousand lines, and to put each before all others would take for ever.
  const before: Segment[] = []
  for (let next = first; ; ) {
    const end = lineBefore(bytes, next[0])
    if (end === undefined || end <= 0) break
    const segment = withoutEscape(bytes, [segmentAround(bytes, end, is)[0], end])
    if (segment[1] - segment[0] < Math.max(SHORTEST_LINE, next[1] - next[0])) break
    next = segment
    before.push(next)
  }
  return before.reverse().concat(segments)
}

/** More than what stands between two lines, and the shortest line. */
const BETWEEN_LINES = 128

/** The run round a place, over the lines that it is wrapped in. */
export function collectRun(bytes: Uint8Array, at: number, is: IsCharacter): Run {
  const segments = segmentsAround(bytes, at, is)
  const firsts: number[] = []
  let length = 0
  let longest = 0
  for (const [start, end] of segments) {
    firsts.push(length)
    length += end - start
    longest = Math.max(longest, end - start)
  }
  const [[first], [, last]] = [segments[0]!, segments.at(-1)!]
  /** The last for which `begins` holds, or the first. */
  const lastOf = (begins: (number: number) => boolean): number => {
    let low = 0
    let high = segments.length - 1
    while (low < high) {
      const middle = (low + high + 1) >>> 1
      if (begins(middle)) low = middle
      else high = middle - 1
    }
    return low
  }
  return {
    text: segments.map(([start, end]) => latin1(bytes, start, end)).join(''),
    start: first,
    end: last,
    seen: [first - longest - BETWEEN_LINES, last + longest + BETWEEN_LINES],
    at(index) {
      const number = lastOf(one => firsts[one]! <= index)
      return segments[number]![0] + index - firsts[number]!
    },
    indexOf(position) {
      const number = lastOf(one => segments[one]![0] <= position)
      return Math.max(0, firsts[number]! + position - segments[number]![0])
    },
  }
}
