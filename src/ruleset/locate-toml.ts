import { type TextPosition, toPosition } from './text-position.ts'

interface Entry {
  /** `rule.1.pair.with`: array tables with their number. */
  readonly path: string
  readonly offset: number
}

/**
 * Finds a key in a TOML text that has been parsed without error (the parser itself keeps no positions). A path that is not written
 * down, such as a missing key, has the position of the nearest table round it.
 */
export function locateToml(toml: string, path: readonly (string | number)[]): TextPosition {
  return toPosition(toml, offsetOf(toml, path))
}

/** The same for a place within a key's value, exact where that is a literal string that starts on the key's line. */
export function positionInValue(toml: string, path: readonly (string | number)[], offset: number): TextPosition {
  const start = offsetOf(toml, path)
  const opening = /^[^\n=]*=[ \t]*('''(?:\r?\n)?|'(?!'))/.exec(toml.slice(start))
  return toPosition(toml, opening ? start + opening[0].length + offset : start)
}

/** Of the last text: of one with thousands of rules as many places may be asked for. */
let listed: { readonly toml: string; readonly entries: readonly Entry[] } | undefined

function offsetOf(toml: string, path: readonly (string | number)[]): number {
  if (listed?.toml !== toml) listed = { toml, entries: listEntries(toml) }
  const { entries } = listed
  for (let length = path.length; length > 0; length--) {
    const wanted = path.slice(0, length).join('.')
    const entry = entries.find(one => one.path === wanted)
    if (entry) return entry.offset
  }
  return 0
}

/** A string of any of the four forms, a comment, or one character. */
const TOKEN = /"""(?:\\[\s\S]|[^\\])*?"{3,5}|'''[\s\S]*?'{3,5}|"(?:\\.|[^"\\\n])*"|'[^'\n]*'|#[^\n]*|[\s\S]/y
const HEADER = /[ \t]*(\[\[?)([^\]\n]*)\]/y
const KEY =
  /[ \t]*((?:"(?:\\.|[^"\\\n])*"|'[^'\n]*'|[\w-]+)(?:[ \t]*\.[ \t]*(?:"(?:\\.|[^"\\\n])*"|'[^'\n]*'|[\w-]+))*)[ \t]*=/y

function listEntries(toml: string): Entry[] {
  const entries: Entry[] = []
  const counts = new Map<string, number>()
  let table = ''
  let offset = 0
  while (offset < toml.length) {
    const header = matchAt(HEADER, toml, offset)
    const key = header ? undefined : matchAt(KEY, toml, offset)
    if (header) {
      table = enterTable(header[2]!, header[1] === '[[')
      entries.push({ path: table, offset: offset + header[0].indexOf('[') })
    } else if (key) {
      const path = [table, ...splitKey(key[1]!)].filter(Boolean).join('.')
      entries.push({ path, offset: offset + key[0].indexOf(key[1]!) })
      offset += key[0].length
    }
    offset = endOfStatement(toml, offset)
  }
  return entries

  /** `[rule.remedy]` belongs to the last `[[rule]]`. */
  function enterTable(name: string, isArray: boolean): string {
    let path = ''
    const parts = splitKey(name)
    for (const [index, part] of parts.entries()) {
      path = path ? `${path}.${part}` : part
      const count = counts.get(path)
      if (isArray && index === parts.length - 1) {
        counts.set(path, (count ?? 0) + 1)
        path += `.${count ?? 0}`
      } else if (count !== undefined) path += `.${count - 1}`
    }
    return path
  }
}

function splitKey(key: string): string[] {
  return [...key.matchAll(/"((?:\\.|[^"\\])*)"|'([^']*)'|([\w-]+)/g)].map(part => part[1] ?? part[2] ?? part[3]!)
}

function matchAt(pattern: RegExp, text: string, offset: number): RegExpExecArray | undefined {
  pattern.lastIndex = offset
  return pattern.exec(text) ?? undefined
}

/** Start of the line after this statement, whose value may run over many lines. */
function endOfStatement(toml: string, start: number): number {
  let depth = 0
  let offset = start
  while (offset < toml.length) {
    const token = matchAt(TOKEN, toml, offset)![0]
    offset += token.length
    if (token === '[' || token === '{') depth++
    else if (token === ']' || token === '}') depth--
    else if (token === '\n' && depth <= 0) break
  }
  return offset
}
