import type { DecodeWay } from '../../types.ts'
import type { MarkHit, Span } from './decoded.ts'
import { hitsByWay } from './hits-by-way.ts'
import { argumentSpans } from './ways/argument.ts'
import { base64Spans } from './ways/base64.ts'
import { escapesSpans } from './ways/escapes.ts'
import { hexSpans } from './ways/hex.ts'
import { mimeSpans } from './ways/mime.ts'
import { splitSpans } from './ways/split.ts'

/** Of each way whose result some bytes round a mark decide: which. Of the others all do. */
const LOCAL: Readonly<Partial<Record<DecodeWay, (bytes: Uint8Array, hits: readonly MarkHit[]) => readonly Span[]>>> = {
  base64: base64Spans,
  argument: argumentSpans,
  hex: hexSpans,
  percent: escapesSpans,
  escapes: escapesSpans,
  json: escapesSpans,
  entities: escapesSpans,
  mime: mimeSpans,
  split: splitSpans,
}

/** What is decoded of one text has bounds (limits.ts) that so few marks do not come near: each is then decoded without asking what the others are. */
const FEW_MARKS = 1000

export type EncodedSpans = typeof encodedSpans

/** From where to where everything stands that decides what `decode` makes of these marks, in any order. Of marks whose spans are apart, neither has to do with the other. */
export function encodedSpans(bytes: Uint8Array, hits: readonly MarkHit[]): readonly Span[] {
  const all: Span = [0, bytes.length]
  if (hits.length > FEW_MARKS) return [all]
  const spans: Span[] = hits.map(({ mark, position }) => [position, position + mark.text.length])
  for (const [way, ofWay] of hitsByWay(hits)) {
    const local = LOCAL[way]
    if (!local) return [all]
    for (const [start, end] of local(bytes, ofWay)) spans.push([Math.max(0, start), Math.min(bytes.length, end)])
  }
  return spans
}
