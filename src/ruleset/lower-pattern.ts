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
 */
export function lowerPattern(source: string): string {
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
    },
  })
  edits.sort((a, b) => b.start - a.start)
  let lowered = source
  for (const { start, end, text } of edits) lowered = lowered.slice(0, start) + text + lowered.slice(end)
  return lowered
}

function holdsSpace(parent: AST.CharacterClass): boolean {
  return parent.elements.some(element => element.type === 'CharacterSet' && element.kind === 'space')
}
