const CLOSING: Readonly<Record<string, string>> = { '[': ']', '{': '}', '(': ')' }

/** What is wrong with a glob, and what to write instead; undefined where nothing is. Globs match whole paths from the root. */
export function globProblem(glob: string): string | undefined {
  const shown = JSON.stringify(glob)
  if (glob.trim() === '') return `glob ${shown} is empty`
  if (glob.startsWith('!')) return `glob ${shown}: "!" is not supported; name what is meant, not what is not`
  if (/\\[A-Za-z0-9]/.test(glob)) return `glob ${shown}: paths are written with "/", on Windows too`
  if (/^(?:\/|[A-Za-z]:)/.test(glob)) return `glob ${shown} is absolute; globs start at the root: "src/**"`
  if (/^\.{1,2}\//.test(glob)) return `glob ${shown} starts with "./" or "../"; globs start at the root: "src/**"`
  if (glob.endsWith('/')) return `glob ${shown} names a folder; for what is in it write "${glob}**"`
  const bracket = unbalanced(glob)
  return bracket && `glob ${shown}: "${bracket}" has no partner; for the character itself write "\\${bracket}"`
}

/** The first bracket without a partner. Inside `[…]` other brackets are plain characters. */
function unbalanced(glob: string): string | undefined {
  const open: string[] = []
  for (let index = 0; index < glob.length; index++) {
    const character = glob[index]!
    if (character === '\\') index++
    else if (open.at(-1) === '[') {
      if (character === ']') open.pop()
    } else if (character in CLOSING) open.push(character)
    else if (')]}'.includes(character) && CLOSING[open.pop() ?? ''] !== character) return character
  }
  return open.at(-1)
}
