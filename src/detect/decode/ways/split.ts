import { latin1 } from '../../latin1.ts'
import type { Decoded, Encoded, MarkHit, Span } from '../decoded.ts'
import { type ReplacedText, replacedText } from '../replaced-text.ts'

/** A key is not written in more lines than this. */
const AFTER = 2048
/** The name before it. */
const BEFORE = 200

const QUOTE = /^["']/

/** From one piece of a text to the next: `" + "`, `' . '`, `" "`, `" & "`, `' || '`, `" \` and a new line. The second may have a letter before it (`f"`). */
const JOINED =
  /(["'`])[ \t]{0,20}(?:(?:\+|\.\.?|&|\|\||<>|~|\^|\\)?[ \t]{0,20}(?:\r?\n[ \t]{0,80})?(?:\+|\.\.?|&|\|\||<>|~|\^)?[ \t]{0,20})[rbfuFRBU@$]?["'`](?=[\w.+/=:-])/g
/** The same with commas, where a function puts them together. */
const LISTED = /(["'`])\s{0,80},\s{0,80}["'`](?=[\w.+/=:-])/g
const PUTS_TOGETHER = /(?:concat|CONCAT|Concat|(["'`])\1\.join|implode\((["'`])\2,|Join|join)\W{0,20}$|paste0\($/
const JOINED_AFTER = /^[^\])]{0,600}\]\s{0,40}\.join\(\s{0,10}(["'`])\1\s{0,10}\)/
/** A line that goes on: in shell, C, make, properties; and in YAML behind `>` or `|` or within quotes. */
const CONTINUED = /\\\r?\n[ \t]{0,80}(?=[\w.+/=:-])/g
const FOLDED = /(?<=[\w.+/=:-])\r?\n[ \t]{1,80}(?=[\w.+/=:-]{1,200}["']?[ \t]*(?:\r?\n|$))/g
const FOLDS_BEFORE = /[|>][+-]?[ \t]{0,20}\r?\n[ \t]{1,80}$|:[ \t]{1,20}["']$/

function puttingTogether(before: string, after: string): readonly RegExp[] {
  const patterns: RegExp[] = [JOINED, CONTINUED]
  if (PUTS_TOGETHER.test(before.slice(0, -1)) || JOINED_AFTER.test(after)) patterns.push(LISTED)
  if (FOLDS_BEFORE.test(before)) patterns.push(FOLDED)
  return patterns
}

/** Only what goes on without a gap is one key: the pieces up to the first end that is none. */
function pieces(text: string, base: number, from: number, patterns: readonly RegExp[]): ReplacedText | undefined {
  const any = new RegExp(patterns.map(({ source }) => `(?:${source.replaceAll('\\1', '["\'`]')})`).join('|'), 'g')
  let end = from
  return replacedText(text, base, any, found => {
    if (found.index < from || !/^[\w.+/=:-]*$/.test(text.slice(end, found.index))) return undefined
    end = found.index + found[0].length
    return ''
  })
}

export function splitSpans(_: Uint8Array, hits: readonly MarkHit[]): readonly Span[] {
  return hits.map(({ position }) => [position - BEFORE - 1, position + AFTER + 1])
}

/** A key that is written in pieces, so that its line stays short or a scanner does not see it. */
export function* split({ bytes }: Encoded, hits: readonly MarkHit[]): Generator<Decoded> {
  for (const { mark, position } of hits) {
    const start = Math.max(0, position - BEFORE)
    const end = Math.min(bytes.length, position + AFTER)
    const text = latin1(bytes, start, end)
    // Of some marks the quote before the key is a part.
    const from = position - start + (QUOTE.test(mark.text) ? 1 : 0)
    const joined = pieces(text, start, from, puttingTogether(text.slice(0, from), text.slice(from)))
    if (joined) yield { encoding: 'split', ...joined, isText: false, isCut: start > 0 || end < bytes.length }
  }
}
