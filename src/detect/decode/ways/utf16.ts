import { latin1 } from '../../latin1.ts'
import type { Decoded, Encoded, MarkHit } from '../decoded.ts'
import { DECODE_REACH, MAX_TEXT_BYTES } from '../limits.ts'

type Order = 'le' | 'be'

/** Of so many bytes from the beginning, half are zero in a text of European letters. */
const SAMPLE = 4096
const LEAST_ZEROS = 0.7

/** By the byte order mark, or by where the zeros are. Undefined where it is no text in UTF-16 as a whole. */
function orderOf(bytes: Uint8Array): Order | undefined {
  if (bytes.length < 4) return undefined
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes[2] === 0 && bytes[3] === 0 ? undefined : 'le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'be'
  const pairs = Math.min(bytes.length, SAMPLE) >> 1
  const zeros = [0, 0]
  for (let at = 0; at < 2 * pairs; at++) if (bytes[at] === 0) zeros[at & 1]!++
  const [even, odd] = zeros as [number, number]
  if (odd >= LEAST_ZEROS * pairs && even <= odd / 8) return 'le'
  return even >= LEAST_ZEROS * pairs && odd <= even / 8 ? 'be' : undefined
}

function text(bytes: Uint8Array, order: Order): string {
  const even = Buffer.from(bytes.subarray(0, bytes.length & ~1))
  return (order === 'be' ? even.swap16() : even).toString('utf16le').replace(/^\ufeff/, '')
}

function isPrintable(byte: number | undefined): boolean {
  return byte !== undefined && ((byte >= 0x20 && byte < 0x7f) || byte === 9 || byte === 10 || byte === 13)
}

/** Strings in a program or a database: letters with zeros between, round the mark. */
function* strings({ bytes }: Encoded, hits: readonly MarkHit[]): Generator<Decoded> {
  let done = 0
  for (const { position } of hits) {
    if (position < done) continue
    let start = position
    let end = position
    while (position - start < DECODE_REACH && bytes[start - 1] === 0 && isPrintable(bytes[start - 2])) start -= 2
    while (
      end - position < DECODE_REACH &&
      isPrintable(bytes[end]) &&
      (bytes[end + 1] === 0 || bytes[end + 1] === undefined)
    )
      end += 2
    done = end
    const letters = latin1(bytes, start, Math.min(end, bytes.length)).replaceAll('\0', '')
    const last = bytes.length
    yield {
      encoding: 'utf-16',
      bytes: Buffer.from(letters, 'latin1'),
      outer: (from, to) => [start + 2 * from, Math.min(start + 2 * to, last)],
      isText: false,
    }
  }
}

export function* utf16(encoded: Encoded, hits: readonly MarkHit[]): Generator<Decoded> {
  const { bytes, budget } = encoded
  const order = orderOf(bytes)
  if (order === undefined) yield* strings(encoded, hits)
  else if (bytes.length > MAX_TEXT_BYTES)
    budget.unread.push({ what: '', why: `UTF-16 of more than ${MAX_TEXT_BYTES} bytes` })
  else yield { encoding: `utf-16${order}`, bytes: Buffer.from(text(bytes, order)), isText: true }
}
