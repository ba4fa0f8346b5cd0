const SIGNS = /[*?!+@|()[\]\\]+/
const SIGN_OR_BRACE = /[*?!+@|()[\]\\{}]/
/** A brace of more choices costs more in texts to look for than it spares. */
const MOST = 24
/** By so many letters an ending is more frequent than other texts of its length. */
const ENDING = 3
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
  const sets = choices
    .map((all, place) => textsOf(all, outside[place]!, outside[place + 1]!))
    .slice(Math.max(first, 0))
    .filter(texts => texts.length <= MOST)
  const leastOf = (set: readonly string[]): number => Math.min(...set.map(rareness))
  return sets.reduce<readonly string[]>((a, b) => (leastOf(b) > leastOf(a) ? b : a), [literal])
}

/** Longer texts stand in fewer paths, endings in more, a slash in all. */
function rareness(text: string): number {
  if (text === '/') return 0
  return text.startsWith('.') ? text.length - ENDING : text.length
}

/** What each of the choices makes together with what stands beside the brace. */
function textsOf(choices: readonly string[], outsideBefore: string, outsideAfter: string): readonly string[] {
  const before = outsideBefore.split(SIGNS).at(-1)!
  const after = outsideAfter.split(SIGNS)[0]!
  const [only] = choices
  if (choices.length === 1 && RANGE.test(only!)) return [before]
  return choices.flatMap(choice => {
    const part = lastPart(choice)
    const start = part === choice ? before : '/'
    const plain = part.split(SIGN_OR_BRACE)[0]!
    if (plain === part) return [start + part + after]
    const inside = literalsOf(part)
    return inside.every(one => one.length > start.length + plain.length) ? inside : [start + plain]
  })
}
