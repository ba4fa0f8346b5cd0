/** A part of a text that must not be shown, and what is shown in its place. UTF-16 code units. */
export interface Span {
  readonly start: number
  readonly end: number
  readonly redacted: string
}

/** Spans that touch or overlap become one, under the name of the longest. */
export function joinSpans(spans: readonly Span[]): readonly Span[] {
  const joined: Span[] = []
  let longest = 0
  for (const span of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = joined.at(-1)
    const length = span.end - span.start
    if (last && span.start < last.end) {
      const redacted = length > longest ? span.redacted : last.redacted
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, span.end), redacted }
      longest = Math.max(longest, length)
    } else {
      joined.push(span)
      longest = length
    }
  }
  return joined
}
