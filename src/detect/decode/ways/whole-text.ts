import { latin1 } from '../../latin1.ts'
import type { Decoded, Encoded } from '../decoded.ts'
import { MAX_TEXT_BYTES } from '../limits.ts'
import { replacedText } from '../replaced-text.ts'
import { BACKSLASHES } from './escapes.ts'

/** https://www.rfc-editor.org/rfc/rfc2045#section-6.7: `=` and two digits, and lines that go on where `=` ends them. */
const QUOTED = /=(?:([0-9A-F]{2})|[ \t]{0,40}\r?\n)/g

function* whole(
  encoding: string,
  { bytes, budget }: Encoded,
  pattern: RegExp,
  by: (found: RegExpExecArray) => string | undefined,
): Generator<Decoded> {
  // An archive that holds mails gives each by itself.
  if (bytes.includes(0)) return
  if (bytes.length > MAX_TEXT_BYTES) {
    budget.unread.push({ what: '', why: `${encoding} of more than ${MAX_TEXT_BYTES} bytes` })
    return
  }
  const text = replacedText(latin1(bytes, 0, bytes.length), 0, pattern, by)
  if (text) yield { encoding, ...text, isText: true }
}

export function quotedPrintable(encoded: Encoded): Generator<Decoded> {
  return whole('quoted-printable', encoded, QUOTED, ([, hex]) =>
    hex === undefined ? '' : String.fromCharCode(Number.parseInt(hex, 16)),
  )
}

/** A cell is a list of lines, each a JSON text with its line end: `"key = \"…\"\n",`. Lines that follow one another are put together. */
const NOTEBOOK = new RegExp(`\\\\n",[ \\t]*\\r?\\n?[ \\t]*"|${BACKSLASHES.pattern.source}`, 'gi')

export function notebook(encoded: Encoded): Generator<Decoded> {
  return whole('json', encoded, NOTEBOOK, found =>
    found[0].length > 2 && found[0].startsWith('\\n"') ? '\n' : BACKSLASHES.replacement(found),
  )
}

/** What libedit writes of white space and other signs into `.psql_history` and `.mysql_history` (vis(3) with VIS_WHITE): `PASSWORD\040'x';`. */
const OCTAL = /\\([0-3][0-7]{2})/g

export function history(encoded: Encoded): Generator<Decoded> {
  return whole('octal', encoded, OCTAL, ([, octal]) => String.fromCharCode(Number.parseInt(octal!, 8)))
}
