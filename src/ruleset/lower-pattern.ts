import type { AST } from '@eslint-community/regexpp'
import { visitRegExpAST } from '@eslint-community/regexpp'
import { parsePattern } from './parse-pattern.ts'

const SPACE = '\\t-\\r '
const NO_SPACE = '\\0-\\x08\\x0e-\\x1f!-\\uffff'

interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/**
 * The pattern as the scanner runs it, over bytes read as latin1 and cut into windows:
 * - `\s` takes ASCII white space only. Unlowered it takes byte 0xA0 too, which in UTF-8 is the tail of `à` and hundreds of others.
 * - `^` and `$` are the ends of a line, by looking at one byte: a window's end is not the text's end.
 * - Where it takes letters in either case it says so letter by letter: V8 asks ICU about each set of a pattern with the flag `i`, which takes as long as
 *   compiling it does.
 */
export function lowerPattern(source: string, ignoreCase: boolean): string {
  const edits: Edit[] = []
  const edit = (node: AST.Node, text: string) => edits.push({ start: node.start, end: node.end, text })
  visitRegExpAST(parsePattern(source), {
    onAssertionEnter(node) {
      if (node.kind === 'start') edit(node, '(?<![^\\n\\r])')
      else if (node.kind === 'end') edit(node, '(?![^\\n\\r])')
    },
    onCharacterSetEnter(node) {
      if (node.kind !== 'space') return
      if (node.parent.type !== 'CharacterClass') edit(node, node.negate ? `[^${SPACE}]` : `[${SPACE}]`)
      else edit(node, node.negate ? NO_SPACE : SPACE)
    },
    onCharacterEnter(node) {
      // `[\s-x]` is white space, hyphen or x. Once `\s` has become a range, an unescaped hyphen next to it would make another one.
      if (node.raw === '-' && node.parent.type === 'CharacterClass' && holdsSpace(node.parent)) edit(node, '\\-')
      if (!ignoreCase || !isLetter(node.value)) return
      const other = String.fromCharCode(node.value ^ CASE)
      if (node.parent.type === 'CharacterClass') edit(node, node.raw + other)
      else if (node.parent.type !== 'CharacterClassRange') edit(node, `[${node.raw}${other}]`)
    },
    onCharacterClassRangeEnter(node) {
      if (ignoreCase) edit(node, node.raw + otherCase(node.min.value, node.max.value))
    },
  })
  edits.sort((a, b) => b.start - a.start)
  let lowered = source
  for (const { start, end, text } of edits) lowered = lowered.slice(0, start) + text + lowered.slice(end)
  return lowered
}

/** Of a letter of ASCII the bit that says in which case it is. */
const CASE = 0x20

const isLetter = (code: number): boolean => /^[A-Za-z]$/.test(String.fromCharCode(code))

/** The ranges of letters that those within a range have in the other case. */
function otherCase(min: number, max: number): string {
  return ['AZ', 'az']
    .map(ends => [Math.max(min, ends.charCodeAt(0)), Math.min(max, ends.charCodeAt(1))] as const)
    .filter(([from, to]) => from <= to)
    .map(([from, to]) => `${String.fromCharCode(from ^ CASE)}-${String.fromCharCode(to ^ CASE)}`)
    .join('')
}

function holdsSpace(parent: AST.CharacterClass): boolean {
  return parent.elements.some(element => element.type === 'CharacterSet' && element.kind === 'space')
}
