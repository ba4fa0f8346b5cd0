import { readFileSync } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'

/** Git follows alternates of alternates this deep (`link_alt_odb_entry` in its object-file.c). */
const MAX_DEPTH = 5

/**
 * The folders that hold a repository's objects: its own, then its alternates (`info/alternates`, nested, and those that the environment
 * names: in a quarantine the first is the quarantine, and the environment names the real one).
 * https://git-scm.com/docs/gitrepository-layout#Documentation/gitrepository-layout.txt-objectsinfoalternates
 */
export function objectDirectories(objectDir: string, alternatesVariable = '', cwd = '.'): readonly string[] {
  const found = new Set<string>()
  visit(objectDir, 0)
  for (const path of splitVariable(alternatesVariable)) visit(resolve(cwd, path), 1)
  return [...found]

  function visit(folder: string, depth: number): void {
    if (found.has(folder) || depth > MAX_DEPTH) return
    found.add(folder)
    for (const path of alternatesOf(folder)) visit(resolve(folder, path), depth + 1)
  }
}

/** One path a line, relative to the folder; `#` comments. */
function alternatesOf(folder: string): readonly string[] {
  try {
    const lines = readFileSync(join(folder, 'info', 'alternates'), 'utf8').split('\n')
    return lines.filter(line => line !== '' && !line.startsWith('#')).map(unquote)
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code
    if (code === 'ENOENT' || code === 'ENOTDIR') return []
    throw cause
  }
}

/** Like PATH; a path that holds the delimiter stands in quotes. */
function splitVariable(text: string): readonly string[] {
  const parts = text.match(delimiter === ';' ? /"(?:[^"\\]|\\.)*"|[^;]+/g : /"(?:[^"\\]|\\.)*"|[^:]+/g) ?? []
  return parts.map(unquote)
}

const ESCAPES: Readonly<Record<string, string>> = { a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' }

/** Undoes git's C-style quoting: `"a\nb\303\244"`. */
function unquote(text: string): string {
  if (!/^".*"$/s.test(text)) return text
  const bytes = Buffer.from(text.slice(1, -1), 'utf8').toString('latin1')
  const plain = bytes.replace(/\\([0-7]{3}|.)/gs, (_, code: string) =>
    code.length === 3 ? String.fromCharCode(Number.parseInt(code, 8)) : (ESCAPES[code] ?? code),
  )
  return Buffer.from(plain, 'latin1').toString('utf8')
}
