import { cellInColumn } from './cell-in-column.ts'
import type { Cell, Heading } from './cells-below.ts'

/** `|GitLab|root|x|`, a row below `||Service||User||Password||`. */
const ROW = /^\|(?!\|)([^\r]*)\r?$/

/** Cells of the same column of a table of Confluence or Jira (https://jira.atlassian.com/secure/WikiRendererHelpAction.jspa?section=tables), down to its end. */
export function rowsOfDoubleBars(text: string, { start, end }: Heading): readonly Cell[] {
  const head = text.lastIndexOf('\n', start)
  const column = text.slice(head + 1, start).split('||').length - 2
  const cells: Cell[] = []
  for (let at = text.indexOf('\n', end) + 1; at > 0 && at < text.length; at = text.indexOf('\n', at) + 1) {
    const next = text.indexOf('\n', at)
    const row = ROW.exec(text.slice(at, next < 0 ? text.length : next))
    if (!row) break
    const cell = cellInColumn(row[1]!, at + 1, '|', column)
    if (cell) cells.push(cell)
    if (next < 0) break
  }
  return cells
}
