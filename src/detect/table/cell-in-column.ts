import type { Cell } from './cells-below.ts'

/** What somebody has chosen or a machine has made, and no word of a table. */
const LOOKS_CHOSEN = /[0-9!@#%^&*+~=?]/

/** Of a row that begins at `from`, and whose cells stand between separators, the one in this column (0: the first), if it holds what may be a secret. */
export function cellInColumn(row: string, from: number, separator: string, column: number): Cell | undefined {
  const cells = row.split(separator)
  const cell = cells[column]
  const value = cell?.trim()
  if (cell === undefined || value === undefined || !LOOKS_CHOSEN.test(value)) return undefined
  const before = cells.slice(0, column).reduce((length, one) => length + one.length + separator.length, 0)
  const start = from + before + cell.indexOf(value)
  return { start, end: start + value.length }
}
