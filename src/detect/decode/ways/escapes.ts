import { latin1 } from '../../latin1.ts'
import type { Decoded, Encoded, MarkHit } from '../decoded.ts'
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

/** The mark's line, or as much of it as matters: one for marks that share it. */
export function* escapes({ bytes }: Encoded, hits: readonly MarkHit[]): Generator<Decoded> {
  let done = 0
  for (const { mark, position } of hits) {
    if (position < done) continue
    let start = position
    let end = position
    while (position - start < BEFORE && !isLineEnd(bytes[start - 1])) start--
    while (end - position < DECODE_REACH && !isLineEnd(bytes[end])) end++
    done = isLineEnd(bytes[end]) ? end : position + DECODE_REACH / 2
    const { pattern, replacement } = OF_WAY[mark.way]!
    const text = replacedText(latin1(bytes, start, end), start, pattern, replacement)
    if (!text) continue
    const isCut = !isLineEnd(bytes[start - 1]) || !isLineEnd(bytes[end])
    yield { encoding: mark.way === 'escapes' ? 'json' : mark.way, ...text, isText: mark.way === 'json', isCut }
  }
}
