import type { Cell, Heading } from './cells-below.ts'
import { readTuples } from './read-tuples.ts'

/** What other columns of a table of users hold: addresses, dates, digests, names with a number, codes. */
const OTHER =
  /^\S+@[\w-]+(?:\.[\w-]+)+$|^[a-z][a-z0-9+.-]*:|\/|^[\d.:T -]+$|^[A-Za-z]{1,20}[-_.]?[0-9]{1,4}$|^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-|^(?:[A-Z]{1,5}-?[0-9]{1,12}){1,4}$|\s|^\+?[0-9()-]+$/
const HASHED =
  /^(?:\$\w{1,10}\$|\{\w+\}|\*?[0-9a-f]{32,128}$|0x[0-9a-f]+$|(?:pbkdf2|bcrypt|scrypt|argon2\w*|sha\d*|md5)[_:$-])/i
const ID = /^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-/
const CHOSEN = /^(?=.*[A-Za-z])(?=.*[0-9])\S{6,64}$/

function textOf(text: string, cell: Cell | undefined): string {
  return cell === undefined ? '' : text.slice(cell.start, cell.end)
}

/** What stands behind a hash is its salt. */
function isChosen(text: string, row: readonly (Cell | undefined)[], column: number): boolean {
  const value = textOf(text, row[column])
  return CHOSEN.test(value) && !OTHER.test(value) && !HASHED.test(value) && !HASHED.test(textOf(text, row[column - 1]))
}

/**
 * `INSERT INTO users VALUES (1, 'me', '…'), …`: no heading says which column holds passwords, so that it is the one in which most rows have what looks
 * chosen as one. None where every row's would be the same kind of code: a table of passwords has users beside them.
 */
export function rowsWithoutHead(text: string, { matchEnd }: Heading): readonly Cell[] {
  const rows = [...readTuples(text, matchEnd)]
  const width = Math.max(0, ...rows.map(row => row.length))
  let best: { column: number; count: number } | undefined
  for (let column = 0; column < width; column++) {
    const count = rows.filter(row => isChosen(text, row, column)).length
    if (count * 2 >= rows.length && count > (best?.count ?? 0)) best = { column, count }
  }
  if (!best) return []
  const { column } = best
  // Others of that column may be letters alone; an id or a hash stays one.
  return rows
    .map(row => row[column])
    .filter(cell => cell !== undefined)
    .filter(({ start, end }) => !HASHED.test(text.slice(start, end)) && !ID.test(text.slice(start, end)))
}
