/**
 * A git configuration file as `section.key` or `section.subsection.key` → its values in order. Section and key in
 * lower case, subsections as they are; a key without value is `true`. Includes are not followed: what is asked for here
 * (extensions, core.worktree, promisor remotes) git itself takes from the repository's own file alone.
 * https://git-scm.com/docs/git-config#_syntax
 *
 *     [remote "origin"]
 *         promisor = true   ; a comment
 */
export function parseConfigFile(text: string): ReadonlyMap<string, readonly string[]> {
  const values = new Map<string, string[]>()
  let section = ''
  // A backslash at the end of a line goes on with the value.
  for (const raw of text.replace(/\\\r?\n/g, '').split(/\r?\n/)) {
    let line = raw.trim()
    const header = /^\[\s*([\w.-]+)\s*(?:"((?:[^"\\]|\\.)*)")?\s*\]/.exec(line)
    if (header !== null) {
      const [whole, name = '', subsection] = header
      section = name.toLowerCase() + (subsection === undefined ? '' : `.${subsection.replace(/\\(.)/g, '$1')}`)
      line = line.slice(whole.length).trim()
    }
    const setting = /^([A-Za-z][\w-]*)\s*(?:=\s*(.*))?$/.exec(line)
    if (setting === null) continue
    const key = `${section}.${setting[1]!.toLowerCase()}`
    const value = setting[2] === undefined ? 'true' : plainValue(setting[2])
    values.set(key, [...(values.get(key) ?? []), value])
  }
  return values
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', b: '\b' }

/** Without quotes, escapes and a comment at its end. */
function plainValue(text: string): string {
  let value = ''
  let kept = 0
  let quoted = false
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!
    if (character === '"') {
      quoted = !quoted
      kept = value.length
    } else if (character === '\\') {
      at++
      value += ESCAPES[text[at] ?? ''] ?? text[at] ?? ''
      kept = value.length
    } else if (!quoted && (character === '#' || character === ';')) {
      break
    } else {
      value += character
      if (quoted || character.trim() !== '') kept = value.length
    }
  }
  return value.slice(0, kept)
}
