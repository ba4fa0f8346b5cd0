/** Of a part of a pattern the places where a text may begin and end that it takes, and whether it may take none. */
export interface PatternEnds {
  readonly first: readonly number[]
  readonly last: readonly number[]
  readonly empty: boolean
}

export const NOTHING: PatternEnds = { first: [], last: [], empty: true }

/** `a|b` */
export function eitherOf(parts: readonly PatternEnds[]): PatternEnds {
  return {
    first: parts.flatMap(part => part.first),
    last: parts.flatMap(part => part.last),
    empty: parts.some(part => part.empty),
  }
}

/** `ab` */
export function oneBehindOther(a: PatternEnds, b: PatternEnds): PatternEnds {
  return {
    first: a.empty ? [...a.first, ...b.first] : a.first,
    last: b.empty ? [...a.last, ...b.last] : b.last,
    empty: a.empty && b.empty,
  }
}
