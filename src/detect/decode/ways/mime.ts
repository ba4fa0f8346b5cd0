import { latin1 } from '../../latin1.ts'
import { collectRun } from '../collect-run.ts'
import type { Decoded, Encoded, MarkHit, Span } from '../decoded.ts'
import { decodeRun, isBase64 } from './base64.ts'

/** More than all headers of a part. */
const HEADERS = 4096

/** Where the part's text begins, if it may be base64. */
function contentStart(bytes: Uint8Array, position: number): number | undefined {
  const headers = latin1(bytes, position, Math.min(bytes.length, position + HEADERS))
  const gap = /\r?\n\r?\n/.exec(headers)
  if (!gap) return undefined
  const start = position + gap.index + gap[0].length
  return start < bytes.length && isBase64(bytes[start]!) ? start : undefined
}

export function mimeSpans(bytes: Uint8Array, hits: readonly MarkHit[]): readonly Span[] {
  return hits.flatMap(({ position }): readonly Span[] => {
    const start = contentStart(bytes, position)
    const headers: Span = [position, position + HEADERS + 1]
    return start === undefined ? [headers] : [headers, collectRun(bytes, start, isBase64).seen]
  })
}

/** Part of a mail: what stands after the empty line that ends its header. https://www.rfc-editor.org/rfc/rfc2045#section-6.8 */
export function* mime({ bytes }: Encoded, hits: readonly MarkHit[]): Generator<Decoded> {
  for (const { position } of hits) {
    const start = contentStart(bytes, position)
    if (start === undefined) continue
    const run = collectRun(bytes, start, isBase64)
    yield { ...decodeRun(run, run.indexOf(start)), isText: true }
  }
}
