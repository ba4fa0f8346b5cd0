import type { DecodeWay } from '../../types.ts'
import type { Decoded, Encoded, MarkHit } from './decoded.ts'
import { hitsByWay } from './hits-by-way.ts'
import { argument } from './ways/argument.ts'
import { base64 } from './ways/base64.ts'
import { escapes } from './ways/escapes.ts'
import { gzip } from './ways/gzip.ts'
import { hex } from './ways/hex.ts'
import { kubernetes } from './ways/kubernetes.ts'
import { mime } from './ways/mime.ts'
import { packed } from './ways/packed.ts'
import { split } from './ways/split.ts'
import { tar } from './ways/tar.ts'
import { utf16 } from './ways/utf16.ts'
import { history, notebook, quotedPrintable } from './ways/whole-text.ts'
import { zip } from './ways/zip.ts'

type Way = (encoded: Encoded, hits: readonly MarkHit[]) => Iterable<Decoded>

const WAYS: Readonly<Record<DecodeWay, Way>> = {
  base64,
  argument,
  hex,
  percent: escapes,
  escapes,
  json: escapes,
  entities: escapes,
  'utf-16': utf16,
  'quoted-printable': quotedPrintable,
  mime,
  notebook,
  history,
  kubernetes,
  split,
  gzip,
  packed,
  zip,
  tar,
}

/** What the marks that were found lead to, one layer deep. `hits` in order of their position; bytes of what is given may be part of `bytes`. */
export function* decode(encoded: Encoded, hits: readonly MarkHit[]): Generator<Decoded> {
  const { budget } = encoded
  for (const [way, ofWay] of hitsByWay(hits)) {
    for (const decoded of WAYS[way](encoded, ofWay)) {
      if (budget.texts-- === 0) {
        budget.unread.push({ what: '', why: 'more encoded texts in one file than are looked into' })
      }
      if (budget.texts < 0) return
      // Of archives this was counted when they were unpacked.
      if (decoded.outer) budget.bytes -= decoded.bytes.length
      if (budget.bytes < 0) {
        budget.unread.push({ what: '', why: 'more encoded text in one file than is looked into' })
        return
      }
      if (decoded.bytes.length > 0) yield decoded
    }
  }
}
