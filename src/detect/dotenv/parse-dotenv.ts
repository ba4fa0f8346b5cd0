import { trimBlanks } from './trim-blanks.ts'

/** One assignment. Offsets are those of the text that was parsed: bytes, where that is bytes read as latin1. */
export interface DotenvEntry {
  readonly key: string
  /** As a program gets it: without quotes, and with `\n` and `\r` of a double-quoted value expanded. */
  readonly value: string
  /** Of the value as it is written, quotes left out. */
  readonly valueStart: number
  readonly valueEnd: number
  readonly quoted: boolean
}

const HEAD = /[ \t]*(?:export[ \t]+)?([\w.-]+)(?:[ \t]*=[ \t]*|:[ \t]+)/y
/** What may stand behind a closing quote; in a shell a command may go on. */
const REST = /[ \t]*(?:#[^\r\n]*)?(?![^\r\n])/y
const SHELL_REST = /(?=[\s;&|)]|$)/y
/** To a shell a value ends where a word does, and others may follow on the line. */
const SHELL_WORD = /[^\s;&|]*/y
const SEPARATORS = /[ \t;&|]*/y
const LINE_END = /[\r\n]/g
/** dotenv ends a value at any `#`; shells, Docker and python-dotenv want white space before it. The longer value is the one that may be a secret. */
const COMMENT = /[ \t]#/
const BYTE_ORDER_MARK = /^(?:\u00ef\u00bb\u00bf|\ufeff)/

/**
 * Reads what dotenv (https://github.com/motdotla/dotenv#rules), direnv and Docker's `--env-file` read:
 *
 *   export KEY = "several\nwords"   # comment
 *   KEY: value
 *
 * A shell reads `.envrc` (`shell`): `export A=b C='d'; export E`. Lines that are none of these are passed over. Time is linear: a quote is searched for from its opening one only,
 * and each opening one ends the search of the one before.
 */
export function parseDotenv(text: string, shell = false): readonly DotenvEntry[] {
  const entries: DotenvEntry[] = []
  let at = BYTE_ORDER_MARK.exec(text)?.[0].length ?? 0
  while (at < text.length) {
    HEAD.lastIndex = at
    const head = HEAD.exec(text)
    if (!head) {
      at = nextLine(text, at)
      continue
    }
    const start = at + head[0].length
    const entry = quotedEntry(text, head[1]!, start, shell) ?? plainEntry(text, head[1]!, start, shell)
    entries.push(entry)
    at = shell ? nextWord(text, entry) : nextLine(text, entry.valueEnd)
  }
  return entries
}

function lineEnd(text: string, from: number): number {
  LINE_END.lastIndex = from
  return LINE_END.exec(text)?.index ?? text.length
}

function nextLine(text: string, from: number): number {
  const end = lineEnd(text, from)
  return text[end] === '\r' && text[end + 1] === '\n' ? end + 2 : end + 1
}

/** Where the next assignment of the line may begin. */
function nextWord(text: string, { valueEnd, quoted }: DotenvEntry): number {
  SEPARATORS.lastIndex = valueEnd + (quoted ? 1 : 0)
  SEPARATORS.exec(text)
  HEAD.lastIndex = SEPARATORS.lastIndex
  return HEAD.test(text) ? SEPARATORS.lastIndex : nextLine(text, valueEnd)
}

/** `'b'`, `"b"`, `` `b` ``, and of shells `$'b'`. */
function quotedEntry(text: string, key: string, start: number, shell: boolean): DotenvEntry | undefined {
  const open = text[start] === '$' && text[start + 1] === "'" ? start + 1 : start
  const quote = text[open]
  if (quote !== '"' && quote !== "'" && quote !== '`') return undefined
  let close = text.indexOf(quote, open + 1)
  while (close > 0 && text[close - 1] === '\\') close = text.indexOf(quote, close + 1)
  if (close < 0) return undefined
  const rest = shell ? SHELL_REST : REST
  rest.lastIndex = close + 1
  if (!rest.test(text)) return undefined
  const written = text.slice(open + 1, close)
  const value = quote === '"' ? written.replace(/\\n/g, '\n').replace(/\\r/g, '\r') : written
  return { key, value, valueStart: open + 1, valueEnd: close, quoted: true }
}

function plainEntry(text: string, key: string, start: number, shell: boolean): DotenvEntry {
  if (shell) {
    SHELL_WORD.lastIndex = start
    const value = SHELL_WORD.exec(text)![0]
    return { key, value, valueStart: start, valueEnd: start + value.length, quoted: false }
  }
  const line = text.slice(start, lineEnd(text, start))
  const comment = line.startsWith('#') ? 0 : COMMENT.exec(line)?.index
  const value = trimBlanks(line.slice(0, comment))
  return { key, value, valueStart: start, valueEnd: start + value.length, quoted: false }
}
