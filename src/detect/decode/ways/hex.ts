import { latin1 } from '../../latin1.ts'
import type { Decoded, Encoded, MarkHit, Span } from '../decoded.ts'
import { DECODE_REACH } from '../limits.ts'

function isHex(byte: number | undefined): boolean {
  return byte !== undefined && ((byte >= 0x30 && byte <= 0x39) || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x66))
}

function pairsAround(bytes: Uint8Array, { mark, position }: MarkHit): Span {
  const reach = mark.whole ? Number.POSITIVE_INFINITY : DECODE_REACH
  let start = position
  let end = position
  while (!mark.whole && position - start < reach && isHex(bytes[start - 1]) && isHex(bytes[start - 2])) start -= 2
  while (end - position < reach && isHex(bytes[end]) && isHex(bytes[end + 1])) end += 2
  return [start, end]
}

/** Pairs of digits, counted from the mark: what stands before may be an odd one. */
function* pairs(bytes: Uint8Array, hits: readonly MarkHit[]): Generator<Span> {
  let done = 0
  for (const hit of hits) {
    if (hit.position < done) continue
    const span = pairsAround(bytes, hit)
    done = span[1]
    yield span
  }
}

export function hexSpans(bytes: Uint8Array, hits: readonly MarkHit[]): readonly Span[] {
  return [...pairs(bytes, hits)].map(([start, end]) => [start - 2, end + 2])
}

export function* hex({ bytes }: Encoded, hits: readonly MarkHit[]): Generator<Decoded> {
  for (const [start, end] of pairs(bytes, hits)) {
    yield {
      encoding: 'hex',
      bytes: Buffer.from(latin1(bytes, start, end), 'hex'),
      outer: (from, to) => [start + 2 * from, start + 2 * to],
      isText: false,
    }
  }
}
