import { cellsBelow } from '../../../src/detect/table/cells-below.ts'

/** What stands below the heading; `match` is what the rule's pattern took. */
export function below(text: string, heading: string, match = heading): readonly string[] {
  const matchStart = text.indexOf(match)
  const start = text.indexOf(heading, matchStart)
  const there = { start, end: start + heading.length, matchStart, matchEnd: matchStart + match.length }
  return cellsBelow(text, there).map(cell => text.slice(cell.start, cell.end))
}
