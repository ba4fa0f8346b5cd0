import type { Cell } from './cells-below.ts'

/** `'…'` with `''` or `\'` in it, a number, a call: one cell of a tuple, in the group what stands between quotes. */
const CELL = /\s*(?:[nNeE]?'((?:[^'\\]|''|\\.)*)'|"((?:[^"\\]|\\.)*)"|[^\s'"(),]*(?:\([^()]*\))?)\s*([,)])/y

interface Tuple {
  /** Of each cell what stands between its quotes; nothing of those without. */
  readonly cells: readonly (Cell | undefined)[]
  /** Behind the bracket that closes it. */
  readonly end: number
}

const OPEN = /[\s,]*\(/y

/** `(1, 'a', 'b'), (2, …)`, up to what is no tuple. */
export function* readTuples(text: string, from: number): Generator<Tuple['cells']> {
  for (let at = from; ; ) {
    OPEN.lastIndex = at
    if (!OPEN.test(text)) return
    const tuple = readTuple(text, OPEN.lastIndex)
    if (!tuple) return
    yield tuple.cells
    at = tuple.end
  }
}

/** The cells of `(1, 'a', now())`, from behind its first bracket; nothing where it is not one. */
function readTuple(text: string, from: number): Tuple | undefined {
  const cells: (Cell | undefined)[] = []
  for (let at = from; ; ) {
    CELL.lastIndex = at
    const found = CELL.exec(text)
    if (!found) return undefined
    const value = found[1] ?? found[2]
    const start = value === undefined ? 0 : found.index + found[0].indexOf(value === '' ? "''" : value)
    cells.push(value === undefined ? undefined : { start, end: start + value.length })
    at = CELL.lastIndex
    if (found[3] === ')') return { cells, end: at }
  }
}
