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
    let from = at + 1
    for (const [number, cell] of row[1]!.split('|').entries()) {
      const value = cell.trim()
      if (number === column && /[0-9!@#%^&*+~=?]/.test(value)) {
        const begin = from + cell.indexOf(value)
        cells.push({ start: begin, end: begin + value.length })
      }
      from += cell.length + 1
    }
    if (next < 0) break
  }
  return cells
}
