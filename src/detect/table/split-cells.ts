import type { Cell } from './cells-below.ts'

/** What is put round a value: quotes, and the signs of Markdown. */
const MARKS = /[\s"'`*]/

function trimmed(text: string, start: number, end: number): Cell {
  let [from, to] = [start, end]
  while (from < to && MARKS.test(text[from]!)) from++
  while (to > from && MARKS.test(text[to - 1]!)) to--
  return { start: from, end: to }
}

/** The cells of one line. A separator in double quotes is none. */
export function splitCells(text: string, start: number, end: number, separator: string): readonly Cell[] {
  const cells: Cell[] = []
  let from = start
  let quoted = false
  for (let at = start; at < end; at++) {
    if (text[at] === '"') quoted = !quoted
    else if (text[at] === separator && !quoted) {
      cells.push(trimmed(text, from, at))
      from = at + 1
    }
  }
  cells.push(trimmed(text, from, end))
  return cells
}
