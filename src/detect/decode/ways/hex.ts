import { latin1 } from '../../latin1.ts'
import type { Decoded, Encoded, MarkHit } from '../decoded.ts'
import { DECODE_REACH } from '../limits.ts'

function isHex(byte: number | undefined): boolean {
  return byte !== undefined && ((byte >= 0x30 && byte <= 0x39) || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x66))
}

/** Pairs of digits, counted from the mark: what stands before may be an odd one. */
export function* hex({ bytes }: Encoded, hits: readonly MarkHit[]): Generator<Decoded> {
  let done = 0
  for (const { mark, position } of hits) {
    if (position < done) continue
    const reach = mark.whole ? Number.POSITIVE_INFINITY : DECODE_REACH
    let start = position
    let end = position
    while (!mark.whole && position - start < reach && isHex(bytes[start - 1]) && isHex(bytes[start - 2])) start -= 2
    while (end - position < reach && isHex(bytes[end]) && isHex(bytes[end + 1])) end += 2
    done = end
    yield {
      encoding: 'hex',
      bytes: Buffer.from(latin1(bytes, start, end), 'hex'),
      outer: (from, to) => [start + 2 * from, start + 2 * to],
      isText: false,
    }
  }
}
