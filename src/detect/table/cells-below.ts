import { rowsOfDoubleBars } from './rows-of-double-bars.ts'
import { rowsOfLines } from './rows-of-lines.ts'
import { rowsOfList } from './rows-of-list.ts'
import { rowsOfMap } from './rows-of-map.ts'
import { rowsOfPairs } from './rows-of-pairs.ts'
import { rowsOfTuples } from './rows-of-tuples.ts'
import { rowsOfWiki } from './rows-of-wiki.ts'
import { rowsWithoutHead } from './rows-without-head.ts'

/** Where something stands in a text, in characters. */
export interface Cell {
  readonly start: number
  readonly end: number
}

/** A heading: its own range, and that of all that the rule's pattern took. */
export interface Heading extends Cell {
  readonly matchStart: number
  readonly matchEnd: number
}

/** Shorter ones keep nobody out, longer ones are texts. */
const SHORTEST = 6
const LONGEST = 200
/** What is stored of a password in its place: `$2y$…`, `{SSHA}…`, digests. */
const HASHED =
  /^(?:\$\w{1,10}\$|\{\w+\}|\*?[0-9a-f]{32,128}$|(?:pbkdf2|bcrypt|scrypt|argon2\w*|sha\d*|md5|hmac)[_:$-])/i
const OF_PASSWORDS = /pass|pwd|pw|kennwort|contrase|senha/i
const NO_VALUE = /^[$%<{([:?]|\s|[\r\n]|^(?:null|none|n\/a|true|false|string|text|varchar.*)$/i

/** `SUBNET_ID_1`: tables tell of settings as well. */
const CONSTANT = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/

function isValue(text: string, heading: string): boolean {
  if (text.length < SHORTEST || text.length > LONGEST || NO_VALUE.test(text) || CONSTANT.test(text)) return false
  return !(OF_PASSWORDS.test(heading) && HASHED.test(text))
}

/** Names of what holds users with their passwords, up to the bracket that opens it. */
const PAIRED = /^(?:users|logins|accounts|credentials|creds)\b[^\r\n]*[[({]\s*$/i
/** How what stands below is written, by the end of what the rule's pattern took. */
function readerFor(matched: string): typeof rowsOfLines {
  if (PAIRED.test(matched)) return rowsOfPairs
  if (/[[({]\s*$/.test(matched)) return rowsOfList
  if (matched.startsWith('||')) return rowsOfDoubleBars
  if (/[:=]$/.test(matched)) return rowsOfMap
  if (matched.startsWith('!')) return rowsOfWiki
  if (/values\s*$/i.test(matched) && !matched.includes('(')) return rowsWithoutHead
  return /\(|from stdin/i.test(matched) ? rowsOfTuples : rowsOfLines
}

/**
 * What stands under a heading of a table: in lines with commas, semicolons, tabs or bars between cells, in the rows of a document's table, in the tuples
 * behind `VALUES`, or in the list or map behind a name. `text` ends where the table is read no further.
 */
export function cellsBelow(text: string, heading: Heading): readonly Cell[] {
  const name = text.slice(heading.start, heading.end)
  const cells = readerFor(text.slice(heading.matchStart, heading.matchEnd))(text, heading)
  return cells.filter(cell => isValue(text.slice(cell.start, cell.end), name))
}
