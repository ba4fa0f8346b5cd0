import type { Cell, Heading } from './cells-below.ts'

/** `"me": "…"`, `'me' => '…'`, `("me", "…"`, `["me"] = "…"`: a user and what stands behind it. */
const PAIR =
  /["']([A-Za-z][\w.@-]{0,60})["']\]?\s{0,4}(?:=>|[,:=])\s{0,20}(?:[ubrNL@](?=["']))?(["'])((?:(?!\2)[^\s\\]){6,64})\2/g
const BRACKETS = /(["'])(?:(?!\1)[^\\\r\n]|\\.)*\1|[[({]|[\])}]/g
const LONGEST = 4000
/** What else is kept of users: addresses, names, roles, hashes, dates. */
const OTHER =
  /^[\w.+-]+@[A-Za-z][\w.-]*$|^[a-z][a-z0-9+.-]*:|\/|^[\d.:TZ-]+$|^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-|^[A-Za-z]+[-_.]?[0-9]?$|^\$\w{1,10}\$|^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/
const CHOSEN = /^(?=.*[A-Za-z])(?=.*[0-9!@#$%^*+])/

/** Where the bracket closes that the rule's match ends with. */
function endOf(text: string, from: number): number {
  BRACKETS.lastIndex = from
  for (let depth = 1, found = BRACKETS.exec(text); found; found = BRACKETS.exec(text)) {
    if (found[1] !== undefined) continue
    depth += /[[({]/.test(found[0]) ? 1 : -1
    if (depth === 0 || found.index - from > LONGEST) return found.index
  }
  return Math.min(text.length, from + LONGEST)
}

/** Passwords of a map or list of users: all values have to look chosen, or it is a list of something else. */
export function rowsOfPairs(text: string, { matchEnd }: Heading): readonly Cell[] {
  const region = text.slice(matchEnd, endOf(text, matchEnd))
  const cells: Cell[] = []
  for (const found of region.matchAll(PAIR)) {
    const value = found[3]!
    if (!CHOSEN.test(value) || OTHER.test(value)) return []
    const start = matchEnd + found.index + found[0].length - 1 - value.length
    cells.push({ start, end: start + value.length })
  }
  return cells
}
