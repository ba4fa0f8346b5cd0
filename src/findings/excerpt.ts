import type { Excerpt, Match, Secret } from '../types.ts'
import { createRedactor, type Redactor } from './create-redactor.ts'
import { cutAround } from './cut-around.ts'
import { decodeLine } from './decode-line.ts'
import { joinSpans, type Span } from './join-spans.ts'
import { printable } from './printable.ts'

type Marked = Pick<Match, 'line' | 'lineStart' | 'start' | 'end' | 'secret'>
type Other = Pick<Match, 'lineStart' | 'start' | 'end' | 'secret'>

/** What all excerpts of a blob share. */
interface Others {
  readonly secrets: ReadonlySet<Secret>
  readonly redactor: Redactor
  between(start: number, end: number): readonly Other[]
}

const known = new WeakMap<readonly Other[], Others>()

function othersOf(others: readonly Other[]): Others {
  let made = known.get(others)
  if (!made) {
    const secrets = new Set(others.map(other => other.secret))
    made = { secrets, redactor: createRedactor(secrets), between: overlapping(others) }
    known.set(others, made)
  }
  return made
}

/** Thousands may stand in one blob: from the last that begins early enough back to where none reaches that far. */
function overlapping(others: readonly Other[]): Others['between'] {
  const sorted = others.filter(one => one.start < one.end).sort((a, b) => a.start - b.start)
  let furthest = 0
  const reach = sorted.map(({ end }) => {
    furthest = Math.max(furthest, end)
    return furthest
  })
  return (start, end) => {
    let low = 0
    for (let high = sorted.length; low < high; ) {
      const middle = (low + high) >>> 1
      if (sorted[middle]!.start < end) low = middle + 1
      else high = middle
    }
    const found: Other[] = []
    for (let i = low - 1; i >= 0 && reach[i]! > start; i--) if (sorted[i]!.end > start) found.push(sorted[i]!)
    return found
  }
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
  const { secrets, redactor, between } = othersOf(others)
  const marked = spanOf(match)
  const spans = joinSpans([
    marked,
    ...between(lineStart, lineStart + line.length).map(spanOf),
    ...(secrets.has(secret) ? [] : createRedactor([secret]).spans(decoded.text)),
    ...redactor.spans(decoded.text),
  ])
  // Where the marked secret overlaps another one, its own redacted form is what the reader looks for.
  const own = spans.map(span =>
    span.start <= marked.start && marked.start < span.end ? { ...span, redacted: secret.redacted } : span,
  )
  return cutAround(replace(decoded.text, own, marked))
}
