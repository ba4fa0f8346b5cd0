import type { Cell, Heading } from './cells-below.ts'

/** `'…'`, `"…"`, with what a language puts before and behind a text. */
const ITEM = /\s*(?:[rubRUBLN@]{0,2}|Buffer\.from\()(["'`])((?:(?!\1)[^\\\r\n]){0,300})\1\)?\s*(,|[\])}]|\r?\n)/y
/** A list of passwords as long as this is one of those that nobody may take. */
const MOST_PASSWORDS = 8
const OF_PASSWORDS = /pass|pwd/i

/** Items of a list: `api_keys = ["…", "…"]`, up to the first that is no text. */
export function rowsOfList(text: string, heading: Heading): readonly Cell[] {
  const cells: Cell[] = []
  for (let at = heading.matchEnd; ; ) {
    ITEM.lastIndex = at
    const found = ITEM.exec(text)
    if (!found) break
    const start = found.index + found[0].indexOf(found[1]!) + 1
    cells.push({ start, end: start + found[2]!.length })
    at = ITEM.lastIndex
    if (!/[,\n]/.test(found[3]!)) break
  }
  const isListOfForbidden = OF_PASSWORDS.test(text.slice(heading.start, heading.end)) && cells.length > MOST_PASSWORDS
  return isListOfForbidden ? [] : cells
}
