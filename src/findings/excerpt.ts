import type { Excerpt, Match } from '../types.ts'
import { createRedactor, type Redactor } from './create-redactor.ts'
import { cutAround } from './cut-around.ts'
import { decodeLine } from './decode-line.ts'
import { joinSpans, type Span } from './join-spans.ts'
import { printable } from './printable.ts'

type Marked = Pick<Match, 'line' | 'lineStart' | 'start' | 'end' | 'secret'>
type Other = Pick<Match, 'lineStart' | 'start' | 'end' | 'secret'>

/** One for each list of matches: all excerpts of a blob share it. */
const redactors = new WeakMap<readonly Other[], Redactor>()

function redactorOf(others: readonly Other[]): Redactor {
  let redactor = redactors.get(others)
  if (!redactor) {
    redactor = createRedactor(others.map(other => other.secret))
    redactors.set(others, redactor)
  }
  return redactor
}

/** `spans` in pieces of text between which they are replaced; marks the piece that is in place of `marked`. */
function replace(text: string, spans: readonly Span[], marked: Pick<Span, 'start'>): Excerpt {
  let result = ''
  let from = 0
  let mark = { start: 0, end: 0 }
  for (const span of spans) {
    result += printable(text.slice(from, span.start))
    const redacted = printable(span.redacted)
    if (span.start <= marked.start && marked.start < span.end) {
      mark = { start: result.length, end: result.length + redacted.length }
    }
    result += redacted
    from = span.end
  }
  return { text: result + printable(text.slice(from)), ...mark }
}

/**
 * The line of a match, fit to print. `others` are all matches of the same blob, those included that were dropped or lie under the
 * confidence asked for: nothing that any rule took for a secret shows on any line.
 */
export function makeExcerpt(match: Marked, others: readonly Other[]): Excerpt {
  const { line, lineStart, secret } = match
  const offset = (byte: number): number => Math.min(Math.max(byte - lineStart, 0), line.length)
  const decoded = decodeLine(line)
  const spanOf = (one: Other): Span => ({
    start: decoded.at(offset(one.start)),
    end: decoded.at(offset(one.end)),
    redacted: one.secret.redacted,
  })
  const isOnLine = (one: Other): boolean =>
    one.start < one.end && one.start < lineStart + line.length && one.end > lineStart
  const marked = spanOf(match)
  const spans = joinSpans([
    marked,
    ...others.filter(isOnLine).map(spanOf),
    ...createRedactor([secret]).spans(decoded.text),
    ...redactorOf(others).spans(decoded.text),
  ])
  // Where the marked secret overlaps another one, its own redacted form is what the reader looks for.
  const own = spans.map(span =>
    span.start <= marked.start && marked.start < span.end ? { ...span, redacted: secret.redacted } : span,
  )
  return cutAround(replace(decoded.text, own, marked))
}
