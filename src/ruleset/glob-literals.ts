/** Shorter ones stand in nearly every path. */
const SHORTEST = 3
const SIGNS = /[*?!+@|()[\]\\]+/
/** `[a-z]`, `@(a|b)` without a slash: any of several, so none of their characters has to be there. */
const ONE_OF = /\[[^\]]*\]|\([^()/]*\)/g
/** What is left of such a group that has a slash, up to its end: it may be of a folder. */
const THROUGH_GROUP = /^.*\)/
/** `{1..9}`, not a text. */
const RANGE = /\.\./

/** `a{b,c}d` as its texts outside braces and, of each brace, its choices; a brace within a choice stays in that choice. */
function split(text: string): {
  readonly outside: readonly string[]
  readonly choices: readonly (readonly string[])[]
} {
  const outside: string[] = []
  const choices: string[][] = []
  let depth = 0
  let from = 0
  for (let at = 0; at <= text.length; at++) {
    const sign = text[at]
    if (sign === '{' && depth++ === 0) {
      outside.push(text.slice(from, at))
      choices.push([])
      from = at + 1
    } else if ((sign === '}' && --depth === 0) || (sign === ',' && depth === 1)) {
      choices.at(-1)!.push(text.slice(from, at))
      from = at + 1
    }
  }
  outside.push(text.slice(from))
  return { outside, choices }
}

function longest(texts: readonly string[]): string {
  return texts.flatMap(text => text.split(SIGNS)).reduce((best, one) => (one.length > best.length ? one : best), '')
}

function lastPart(glob: string): string {
  let depth = 0
  for (let at = glob.length - 1; at >= 0; at--) {
    if (glob[at] === '}') depth++
    else if (glob[at] === '{') depth--
    else if (glob[at] === '/' && depth === 0) return glob.slice(at + 1)
  }
  return glob
}

/**
 * Texts of which each path of a glob contains one in its base name, where that stands between slashes: of `**` + `/.env.*` it is `/.env.`, of `*.pem` it is
 * `.pem/`, of `{chap,pap}*` it is `chap` or `pap`.
 */
export function globLiterals(glob: string): readonly string[] {
  let text = glob
  for (let plain = text.replace(ONE_OF, '*'); plain !== text; plain = text.replace(ONE_OF, '*')) text = plain
  return literalsOf(`/${lastPart(text.replace(THROUGH_GROUP, '*'))}/`)
}

function literalsOf(part: string): readonly string[] {
  const { outside, choices } = split(part)
  // What stands before a brace with a slash in it may be of a folder.
  const first = choices.findLastIndex(all => all.some(choice => choice.includes('/')))
  const literal = longest(outside.slice(first + 1))
  if (literal.length >= SHORTEST) return [literal]
  const sets = choices.slice(Math.max(first, 0)).map(textsOf)
  const shortest = (set: readonly string[]): number => Math.min(...set.map(one => one.length))
  return sets.reduce<readonly string[]>((a, b) => (shortest(b) > shortest(a) ? b : a), [literal])
}

function textsOf(choices: readonly string[]): readonly string[] {
  const [only] = choices
  return choices.length === 1 && RANGE.test(only!) ? [''] : choices.flatMap(choice => literalsOf(lastPart(choice)))
}
