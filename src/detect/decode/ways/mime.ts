import { latin1 } from '../../latin1.ts'
import { collectRun } from '../collect-run.ts'
import type { Decoded, Encoded, MarkHit } from '../decoded.ts'
import { decodeRun, isBase64 } from './base64.ts'

/** More than all headers of a part. */
const HEADERS = 4096

/** Part of a mail: what stands after the empty line that ends its header. https://www.rfc-editor.org/rfc/rfc2045#section-6.8 */
export function* mime({ bytes }: Encoded, hits: readonly MarkHit[]): Generator<Decoded> {
  for (const { position } of hits) {
    const headers = latin1(bytes, position, Math.min(bytes.length, position + HEADERS))
    const gap = /\r?\n\r?\n/.exec(headers)
    if (!gap) continue
    const start = position + gap.index + gap[0].length
    if (start >= bytes.length || !isBase64(bytes[start]!)) continue
    const run = collectRun(bytes, start, isBase64)
    yield { ...decodeRun(run, run.indexOf(start)), isText: true }
  }
}
