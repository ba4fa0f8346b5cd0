// A plugin for esbuild: what stands at the top of modules and takes time to make (patterns, sets, lists of patterns) is made when it is first used. Patterns
// alone are some 300, which takes V8 2 ms, those with classes of Unicode another one; a commit hook needs a handful.
import { readFileSync } from 'node:fs'

/** As the formatter leaves it: a constant that other modules do not see, and its value up to the end of the statement. */
const CONSTANT =
  /^const ([A-Z][A-Z0-9_]*)(?:: [^=\n]+)? =((?: |\n +)(?:\/|new (?:Set|Map|RegExp)\b|[[{]\n).*(?:\n[ \])}].*)*)/gm
const COMMENT = /^\s*(?:\/\/|\/?\*)/

/** `const WORD = /x/` … `WORD.test(y)` becomes a function that makes it once … `WORD().test(y)`. */
export function late(source) {
  const names = []
  const made = source.replace(CONSTANT, (_, name, value) => {
    names.push(name)
    return `let ${name}$: any; function ${name}$made() { return (${name}$ ??=${value}) }`
  })
  if (names.length === 0) return source
  const uses = new RegExp(`(?<![\\w$]|(?<!\\.\\.)\\.|typeof )(?:${names.join('|')})(?![\\w$])`, 'g')
  const lines = made.split('\n')
  const mayBeText = lines.some(
    line =>
      !COMMENT.test(line) &&
      [...line.matchAll(uses)].some(use => isText(line.slice(0, use.index), line.slice(use.index))),
  )
  // Such a module stays as it is.
  return mayBeText
    ? source
    : lines.map(line => (COMMENT.test(line) ? line : line.replace(uses, '$&$$made()'))).join('\n')
}

/** After an odd number of quotes, in what a template says, or between two slashes: `const ENCRYPTED = /BEGIN ENCRYPTED/`. */
function isText(before, after) {
  if (before.includes('/') && after.includes('/')) return true
  const template = before.lastIndexOf('`') > before.lastIndexOf('${') && before.split('`').length % 2 === 0
  return template || before.split("'").length % 2 === 0 || before.split('"').length % 2 === 0
}

export const lateConstants = {
  name: 'late-constants',
  setup: ({ onLoad }) =>
    onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path }) => ({
      contents: late(readFileSync(path, 'utf8')),
      loader: 'ts',
    })),
}
