import { collectRun } from '../collect-run.ts'
import type { Decoded, Encoded, MarkHit, Span } from '../decoded.ts'
import { decodeRun, isBase64 } from './base64.ts'

/** Shorter arguments hold no key. */
const SHORTEST = 12

export function argumentSpans(bytes: Uint8Array, hits: readonly MarkHit[]): readonly Span[] {
  return hits.map(({ mark, position }) => {
    const start = position + mark.text.length
    if (start >= bytes.length || !isBase64(bytes[start]!)) return [position, start + 1]
    return collectRun(bytes, start, isBase64).seen
  })
}

/** What a function that decodes base64 is called with. */
export function* argument({ bytes }: Encoded, hits: readonly MarkHit[]): Generator<Decoded> {
  for (const { mark, position } of hits) {
    const start = position + mark.text.length
    if (start >= bytes.length || !isBase64(bytes[start]!)) continue
    const run = collectRun(bytes, start, isBase64)
    if (run.start === start && run.text.length >= SHORTEST) yield decodeRun(run, 0)
  }
}
