import { TABLE_REACH } from '../../ruleset/table-reach.ts'
import type { Cell, Heading } from './cells-below.ts'
import { splitCells } from './split-cells.ts'

const SEPARATORS = /[,;\t|]/
/** `|---|:---:|`, `+-----+`. */
const RULED = /^[\s|:+=-]{3,}$/
/** In a document's table digits or signs tell a password from a word of the text. */
const MADE = /[0-9!@#%^&*+~=?]/
const LONGEST_HEAD = 400
/** `name,pass,fail`: how tests went. */
const FAILED = /^(?:fail(?:ed|ures?)?|errors?|skip(?:ped)?)$/
/** Of a table of logins even the first column holds passwords, where another one has the users. */
const OF_USERS = /^(?:user(?:[ _-]?name)?|login|e-?mail|account)$/
const TITLE = /^(?:pass(?:word|wd|wort)?|pwd|kennwort|secret|token)$/

function lineEnd(text: string, from: number, limit: number): number {
  let at = from
  while (at < limit && text[at] !== '\n' && text[at] !== '\r') at++
  return at
}

function nextLine(text: string, end: number): number {
  return text[end] === '\r' && text[end + 1] === '\n' ? end + 2 : end + 1
}

function lineStart(text: string, from: number): number {
  let at = from
  while (at > 0 && from - at < LONGEST_HEAD && text[at - 1] !== '\n' && text[at - 1] !== '\r') at--
  return at
}

/** The sign between the heading and the next one, or the one before. */
function separatorOf(text: string, { start, end }: Heading): string | undefined {
  const behind = /^[\s"'`*]{0,4}?([,;\t|])/.exec(text.slice(end, end + 5))?.[1]
  return behind ?? SEPARATORS.exec([...text.slice(Math.max(0, start - 4), start)].reverse().join(''))?.[0]
}

/** A row that goes on where the text ends, since no more of it is read. */
function isCut(end: number, { matchEnd }: Heading): boolean {
  return end >= matchEnd + TABLE_REACH.after
}

/** Cells of the same column, of rows with as many cells as the head, down to the first line that is no such row. */
export function rowsOfLines(text: string, heading: Heading): readonly Cell[] {
  const limit = text.length
  const separator = separatorOf(text, heading)
  if (separator === undefined) return []
  const from = lineStart(text, heading.start)
  let end = lineEnd(text, heading.end, limit)
  const head = splitCells(text, from, end, separator)
  const column = head.findIndex(cell => cell.start <= heading.start && cell.end >= heading.end)
  const titles = head.map(cell => text.slice(cell.start, cell.end).toLowerCase())
  // `password,Password,Passwort`: a row of translations.
  const isTexts = titles.filter(title => TITLE.test(title)).length > 1
  if (column < 0 || isTexts || titles.some(title => FAILED.test(title))) return []
  // `| Secret | Description |`: what stands first in the rows of a document are names.
  const isFirst = titles.slice(0, column).every(title => title === '')
  if (separator === '|' && isFirst && !titles.some(title => OF_USERS.test(title))) return []
  const cells: Cell[] = []
  let isRuled = false
  for (let at = nextLine(text, end); at < limit; at = nextLine(text, end)) {
    end = lineEnd(text, at, limit)
    if (RULED.test(text.slice(at, end))) {
      isRuled = true
      continue
    }
    const row = splitCells(text, at, end, separator)
    if (row.length !== head.length || isCut(end, heading)) break
    const cell = row[column]!
    if (separator !== '|' || (isRuled && MADE.test(text.slice(cell.start, cell.end)))) cells.push(cell)
  }
  return cells
}
