import type { Cell, Heading } from './cells-below.ts'
import { readTuples } from './read-tuples.ts'
import { splitCells } from './split-cells.ts'

/** `VALUES (1, 'a', 'b'), (2, …)`, or lines with tabs behind `FROM stdin`. */
export function rowsOfTuples(text: string, heading: Heading): readonly Cell[] {
  const open = text.lastIndexOf('(', heading.start)
  const column = text.slice(Math.max(open, heading.matchStart), heading.start).split(',').length - 1
  if (/\bfail(?:ed|ures?)?\b/i.test(text.slice(heading.matchStart, heading.matchEnd))) return []
  if (/stdin;?\s*$/i.test(text.slice(heading.matchStart, heading.matchEnd)))
    return ofCopy(text, column, heading.matchEnd)
  return [...readTuples(text, heading.matchEnd)].flatMap(cells => cells[column] ?? [])
}

function ofCopy(text: string, column: number, from: number): readonly Cell[] {
  const cells: Cell[] = []
  let at = text.indexOf('\n', from) + 1
  while (at > 0 && at < text.length) {
    const end = text.indexOf('\n', at)
    if (end < 0 || text.startsWith('\\.', at)) break
    const cell = splitCells(text, at, text[end - 1] === '\r' ? end - 1 : end, '\t')[column]
    if (!cell) break
    cells.push(cell)
    at = end + 1
  }
  return cells
}
