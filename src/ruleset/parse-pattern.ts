import { type AST, RegExpParser, RegExpSyntaxError } from '@eslint-community/regexpp'
import { PatternError } from './pattern-error.ts'

/** Of 2022, because Node 20 knows neither `(?i:…)` nor two groups of one name: what passes here runs on every Node that we support. */
const ECMA_VERSION = 2022

/** The syntax tree of a JavaScript regular expression without `u` and `v` (a character is a byte, not a code point). */
export function parsePattern(source: string): AST.Pattern {
  const foreign = /[^\x00-\x7f]/.exec(source)
  if (foreign) {
    const hint = 'patterns run over bytes: write the UTF-8 bytes as \\xNN'
    throw new PatternError(`"${foreign[0]}" is not ASCII; ${hint}`, foreign.index)
  }
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
