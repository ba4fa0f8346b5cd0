import { type AST, RegExpParser, RegExpSyntaxError } from '@eslint-community/regexpp'
import { PatternError } from './pattern-error.ts'

/** Of 2022, because Node 20 knows neither `(?i:…)` nor two groups of one name: what passes here runs on every Node that we support. */
const ECMA_VERSION = 2022

/** Several times the longest of ours: what is longer was not written by a person, and takes seconds to be checked. */
const MAX_LENGTH = 16_384
/** Groups within groups; the checks follow them by recursion. */
const MAX_DEPTH = 50

/** Where the nesting gets too deep. A bracket in a class or behind a backslash counts as well: nobody has fifty of those. */
function tooDeepAt(source: string): number | undefined {
  let depth = 0
  for (let at = 0; at < source.length; at++) {
    if (source[at] === '\\') at++
    else if (source[at] === '(' && ++depth > MAX_DEPTH) return at
    else if (source[at] === ')') depth--
  }
  return undefined
}

/** The syntax tree of a JavaScript regular expression without `u` and `v` (a character is a byte, not a code point). */
export function parsePattern(source: string): AST.Pattern {
  const foreign = /[^\x00-\x7f]/.exec(source)
  if (foreign) {
    const hint = 'patterns run over bytes: write the UTF-8 bytes as \\xNN'
    throw new PatternError(`"${foreign[0]}" is not ASCII; ${hint}`, foreign.index)
  }
  if (source.length > MAX_LENGTH) {
    throw new PatternError(
      `has ${source.length} characters; at most ${MAX_LENGTH} are allowed: make several rules of it`,
    )
  }
  const deep = tooDeepAt(source)
  if (deep !== undefined) throw new PatternError(`more than ${MAX_DEPTH} groups within one another`, deep)
  try {
    return new RegExpParser({ ecmaVersion: ECMA_VERSION }).parsePattern(source, 0, source.length, {
      unicode: false,
      unicodeSets: false,
    })
  } catch (error) {
    if (!(error instanceof RegExpSyntaxError)) throw error
    const what = error.message.replace(/^Invalid regular expression: /, '').replace(/^\/.*\/\w*: /s, '')
    throw new PatternError(`not a valid regular expression: ${what}`, error.index, { cause: error })
  }
}
