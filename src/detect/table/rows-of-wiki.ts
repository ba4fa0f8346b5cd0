import { cellInColumn } from './cell-in-column.ts'
import type { Cell, Heading } from './cells-below.ts'

const HEADS = /!!|\n!/g
/** `| a || b`: all cells of a row in a line. */
const ROW = /^\|(?![-}+])(.*)\r?$/

/** Cells of the same column of a table of MediaWiki (https://www.mediawiki.org/wiki/Help:Tables), down to its end. */
export function rowsOfWiki(text: string, { start, end }: Heading): readonly Cell[] {
  const head = text.lastIndexOf('\n', start)
  const column = (text.slice(head + 1, start).match(HEADS) ?? []).length
  const cells: Cell[] = []
  for (let at = text.indexOf('\n', end) + 1; at > 0 && at < text.length; at = text.indexOf('\n', at) + 1) {
    const next = text.indexOf('\n', at)
    const line = text.slice(at, next < 0 ? text.length : next)
    if (line.startsWith('|}') || next < 0) break
    const row = ROW.exec(line)
    if (!row) continue
    const cell = cellInColumn(row[1]!, at + 1, '||', column)
    if (cell) cells.push(cell)
  }
  return cells
}
