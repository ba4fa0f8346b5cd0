import type { Cell, Heading } from './cells-below.ts'

/** What stands between a name and its map: `: [`, `" => {`, `:= []string{`, ` = new String[] {`, ` = array(`. */
const OPEN =
  /["'`\])]{0,2}\s{0,8}(?:=>|:=|[:=])\s{0,8}(?:(?:new\s)?(?:\[\d{0,4}\])?[A-Za-z<>.]{0,20}(?:\[\])?\s{0,4}[[{]|(?:array|list|tuple|set|frozenset|(?:List|Set)\.of|Arrays\.asList)?\()/y
/** One entry: its key, where it has one, and its value in one of the last groups, with quotes or without. */
const ENTRY =
  /\s*((?:"[^"\r\n]{0,100}"|'[^'\r\n]{0,100}'|[\w.@-]{1,64})\s{0,8}(?::|=>|=)\s{0,8})?(?:"([^"\r\n]*)"|'([^'\r\n]*)'|([^\s"'`,;()[\]{}]+))\s*(,|(?=[\])}]))/y
/** `passwords:`, and below it lines that stand further in. */
const BLOCK = /["']?:[ \t]{0,8}(?:#[^\r\n]{0,200})?\r?\n/y
const LINE =
  /([ \t]*)(- +)?(?:[\w.@-]{1,64}: +)?(?:"([^"\r\n]*)"|'([^'\r\n]*)'|([^\s"'`#[\]{}:]+))[ \t]*(?:#[^\r\n]*)?(?:\r?\n|$)/y
/** More of them without a user are those that nobody may take. */
const MOST_WITHOUT_KEY = 8

function cellOf(found: RegExpExecArray, values: readonly (string | undefined)[]): Cell {
  const value = values.find(one => one !== undefined) ?? ''
  const start = found.index + found[0].lastIndexOf(value)
  return { start, end: start + value.length }
}

function inBrackets(text: string, from: number): readonly Cell[] {
  const cells: Cell[] = []
  let withoutKey = 0
  for (let at = from; ; at = ENTRY.lastIndex) {
    ENTRY.lastIndex = at
    const found = ENTRY.exec(text)
    if (!found) break
    if (found[1] === undefined) withoutKey++
    cells.push(cellOf(found, found.slice(2, 5)))
    if (found[5] !== ',') break
  }
  return withoutKey > MOST_WITHOUT_KEY ? [] : cells
}

function indentOf(text: string, at: number): number {
  const from = text.lastIndexOf('\n', at - 1) + 1
  return text.slice(from, at).search(/\S|$/)
}

function inBlock(text: string, from: number, outer: number): readonly Cell[] {
  const cells: Cell[] = []
  for (let at = from; ; at = LINE.lastIndex) {
    LINE.lastIndex = at
    const found = LINE.exec(text)
    const indent = found?.[1]?.length ?? 0
    if (!found || indent < outer || (indent === outer && found[2] === undefined)) return cells
    cells.push(cellOf(found, found.slice(3, 6)))
  }
}

/** The values of a list or map in brackets, or of a block of YAML. */
export function rowsOfMap(text: string, heading: Heading): readonly Cell[] {
  OPEN.lastIndex = heading.end
  if (OPEN.test(text)) return inBrackets(text, OPEN.lastIndex)
  BLOCK.lastIndex = heading.end
  return BLOCK.test(text) ? inBlock(text, BLOCK.lastIndex, indentOf(text, heading.start)) : []
}
