import { latin1 } from '../../latin1.ts'
import type { Decoded, Encoded, MarkHit, Span } from '../decoded.ts'
import { DECODE_REACH } from '../limits.ts'
import { type Replacement, replacedText, utf8Bytes } from '../replaced-text.ts'

interface Escape {
  readonly pattern: RegExp
  readonly replacement: Replacement
}

const NAMED: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', v: '\v' }
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Of JSON and JavaScript: `\x67`, `\u0067`, `\u{67}`, `\n`, `\"`. */
export const BACKSLASHES: Escape = {
  pattern: /\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|u\{([0-9a-f]{1,6})\}|([nrtbfv"'/\\`]))/gi,
  replacement: ([, short, long, braced, named]) =>
    named === undefined ? utf8Bytes(Number.parseInt(short ?? long ?? braced!, 16)) : (NAMED[named] ?? named),
}

const PERCENT: Escape = {
  pattern: /%([0-9a-f]{2})/gi,
  replacement: ([, hex]) => String.fromCharCode(Number.parseInt(hex!, 16)),
}

const ENTITY: Escape = {
  pattern: /&(?:#([0-9]{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos));/gi,
  replacement: ([, decimal, hex, named]) =>
    named === undefined
      ? utf8Bytes(decimal === undefined ? Number.parseInt(hex!, 16) : Number(decimal))
      : ENTITIES[named.toLowerCase()],
}

const OF_WAY: Readonly<Record<string, Escape>> = {
  percent: PERCENT,
  escapes: BACKSLASHES,
  json: BACKSLASHES,
  entities: ENTITY,
}

/** What stands before a key on its line; names and hosts are there. */
const BEFORE = 2048

function isLineEnd(byte: number | undefined): boolean {
  return byte === 10 || byte === 13 || byte === undefined
}

/** Longer lines were made by a tool: an index of all pages of a site is one, and each page a string in it. */
const LONGEST_LINE = 4096
const QUOTE = 0x22
const BACKSLASH = 0x5c

/** As much round a mark as matters. */
interface Stretch {
  readonly start: number
  readonly end: number
  /** What stands there is all of a line, or of a string in one. */
  readonly isWhole: boolean
  /** Marks before this are looked at with this one. */
  readonly next: number
  /** As far as was looked to find that out. */
  readonly seen: number
}

function stretchAround(bytes: Uint8Array, { mark, position }: MarkHit): Stretch {
  let start = position
  while (position - start < BEFORE && !isLineEnd(bytes[start - 1])) start--
  const begins = isLineEnd(bytes[start - 1])
  if (mark.way === 'json') {
    const string = restOfString(bytes, position)
    if (string !== undefined) {
      return { start, end: string, isWhole: begins, next: string, seen: Math.max(string, position + LONGEST_LINE) }
    }
  }
  let end = position
  while (end - position < DECODE_REACH && !isLineEnd(bytes[end])) end++
  const ends = isLineEnd(bytes[end])
  return { start, end, isWhole: begins && ends, next: ends ? end : position + DECODE_REACH / 2, seen: end }
}

/** The end of the string that a place is in, if that stands in a very long line. */
function restOfString(bytes: Uint8Array, position: number): number | undefined {
  let quote: number | undefined
  let isEscaped = false
  for (let at = position; at - position < DECODE_REACH; at++) {
    const byte = bytes[at]
    if (isLineEnd(byte)) return undefined
    if (quote !== undefined && at - position >= LONGEST_LINE) return quote
    if (byte === QUOTE && !isEscaped) quote ??= at
    isEscaped = byte === BACKSLASH && !isEscaped
  }
  return quote
}

/** The mark's line, or as much of it as matters: one for marks that share it. */
function* stretches(bytes: Uint8Array, hits: readonly MarkHit[]): Generator<Stretch & Pick<MarkHit, 'mark'>> {
  let done = 0
  for (const hit of hits) {
    if (hit.position < done) continue
    const stretch = stretchAround(bytes, hit)
    done = stretch.next
    yield { ...stretch, mark: hit.mark }
  }
}

export function escapesSpans(bytes: Uint8Array, hits: readonly MarkHit[]): readonly Span[] {
  return [...stretches(bytes, hits)].map(({ start, seen }) => [start - 1, seen + 1])
}

export function* escapes({ bytes }: Encoded, hits: readonly MarkHit[]): Generator<Decoded> {
  for (const { mark, start, end, isWhole } of stretches(bytes, hits)) {
    const { pattern, replacement } = OF_WAY[mark.way]!
    const text = replacedText(latin1(bytes, start, end), start, pattern, replacement)
    if (!text) continue
    yield {
      encoding: mark.way === 'escapes' ? 'json' : mark.way,
      ...text,
      isText: mark.way === 'json',
      isCut: !isWhole,
    }
  }
}
