import type { Cell, Heading } from './cells-below.ts'
import { splitCells } from './split-cells.ts'

/** `'…'` with `''` or `\'` in it, a number, a call: one cell of a tuple, in the group what stands between quotes. */
const CELL = /\s*(?:[nNeE]?'((?:[^'\\]|''|\\.)*)'|"((?:[^"\\]|\\.)*)"|[^\s'"(),]*(?:\([^()]*\))?)\s*([,)])/y
const OPEN = /[\s,]*\(/y

/** `VALUES (1, 'a', 'b'), (2, …)`, or lines with tabs behind `FROM stdin`. */
export function rowsOfTuples(text: string, heading: Heading): readonly Cell[] {
  const open = text.lastIndexOf('(', heading.start)
  const column = text.slice(Math.max(open, heading.matchStart), heading.start).split(',').length - 1
  if (/\bfail(?:ed|ures?)?\b/i.test(text.slice(heading.matchStart, heading.matchEnd))) return []
  if (/stdin;?\s*$/i.test(text.slice(heading.matchStart, heading.matchEnd)))
    return ofCopy(text, column, heading.matchEnd)
  const cells: Cell[] = []
  let at = heading.matchEnd
  for (;;) {
    OPEN.lastIndex = at
    if (!OPEN.test(text)) return cells
    at = OPEN.lastIndex
    for (let number = 0; ; number++) {
      CELL.lastIndex = at
      const found = CELL.exec(text)
      if (!found) return cells
      const value = found[1] ?? found[2]
      if (number === column && value !== undefined) {
        const start = found.index + found[0].indexOf(value === '' ? "''" : value)
        cells.push({ start, end: start + value.length })
      }
      at = CELL.lastIndex
      if (found[3] === ')') break
    }
  }
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
