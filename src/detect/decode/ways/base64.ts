import { collectRun, type Run } from '../collect-run.ts'
import type { Decoded, Encoded, MarkHit, Span } from '../decoded.ts'
import { LEAD } from '../encode-literal.ts'
import { DECODE_REACH } from '../limits.ts'

/** Of both alphabets, `+/` and `-_`. https://www.rfc-editor.org/rfc/rfc4648 */
export function isBase64(byte: number): boolean {
  return (
    (byte >= 0x61 && byte <= 0x7a) ||
    (byte >= 0x41 && byte <= 0x5a) ||
    (byte >= 0x2f && byte <= 0x39) ||
    byte === 0x2b ||
    byte === 0x2d ||
    byte === 0x5f
  )
}

/** What a run says from a character on that begins a group of four. */
export function decodeRun(run: Run, first: number, length = run.text.length): Decoded {
  const outer = (start: number, end: number): readonly [number, number] => [
    run.at(first + Math.floor((start * 8) / 6)),
    run.at(first + Math.max(Math.ceil((end * 8) / 6) - 1, 0)) + 1,
  ]
  return {
    encoding: 'base64',
    bytes: Buffer.from(run.text.slice(first, first + length), 'base64'),
    outer,
    isText: false,
  }
}

/** What may stand before base64 and looks as if it were part of it: `path/`, `name-`. */
const GLUE = /[/+_-]/

export function base64Spans(bytes: Uint8Array, hits: readonly MarkHit[]): readonly Span[] {
  const spans: Span[] = []
  let end = 0
  for (const { position } of hits) {
    if (position < end) continue
    const run = collectRun(bytes, position, isBase64)
    end = run.end
    spans.push(run.seen)
  }
  return spans
}

/** Each run once for each of the four places that its groups may begin at. */
export function* base64({ bytes }: Encoded, hits: readonly MarkHit[]): Generator<Decoded> {
  let run: Run | undefined
  let known = new Set<number>()
  for (const { mark, position } of hits) {
    if (!run || position >= run.end) {
      run = collectRun(bytes, position, isBase64)
      known = new Set()
    }
    const index = run.indexOf(position)
    const group = index - LEAD[mark.shift!]!
    if (group < 0) continue
    const first = mark.whole ? group : group % 4
    if (known.has(first)) continue
    known.add(first)
    yield decodeRun(run, first)
    // What stands before it decodes to letters that the key would seem to go on from.
    if (group === index && group > 0 && GLUE.test(run.text[group - 1]!)) yield decodeRun(run, group, DECODE_REACH)
  }
}
