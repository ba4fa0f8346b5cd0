// A plugin for esbuild: what stands at the top of modules and takes time to make (patterns, sets, lists of patterns) is made when it is first used. Patterns
// alone are some 300, which takes V8 2 ms, those with classes of Unicode another one; a commit hook needs a handful.
import { readFileSync } from 'node:fs'
import { transform } from 'esbuild'

/** As the formatter leaves it: a constant that other modules do not see, and its value up to the end of the statement. */
const CONSTANT =
  /^const ([A-Z][A-Z0-9_]*)(?:: [^=\n]+)? =((?: |\n +)(?:\/|new (?:Set|Map|RegExp)\b|[[{]\n).*(?:\n[ \])}].*)*)/gm

/**
 * `const WORD = /x/` … `WORD.test(y)` becomes a property that is made once … `late$.WORD.test(y)`. The declaration is taken away, and what then belongs to
 * nobody esbuild itself puts in other words: it knows a name from a text, a comment or a pattern, and from another's of the same name. Gives JavaScript.
 */
export async function late(source) {
  const made = []
  const rest = source.replace(CONSTANT, (_, name, value) => {
    made.push({ name, value })
    return ''
  })
  if (made.length === 0) return undefined
  const kept = made.map(({ name }) => `let ${name}$kept`).join('\n')
  const properties = made.map(({ name, value }) => `get ${name}$made() { return (${name}$kept ??=${value}) }`)
  const define = Object.fromEntries(made.map(({ name }) => [name, `late$.${name}$made`]))
  const { code } = await transform(`${kept}\nconst late$ = {\n${properties.join(',\n')}\n}\n${rest}`, {
    loader: 'ts',
    target: 'node20.19',
    define,
  })
  return code
}

export const lateConstants = {
  name: 'late-constants',
  setup: ({ onLoad }) =>
    onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, async ({ path }) => {
      const contents = await late(readFileSync(path, 'utf8'))
      return contents && { contents, loader: 'js' }
    }),
}
