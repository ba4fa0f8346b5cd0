import type { AST } from '@eslint-community/regexpp'
import {
  ALL_BYTES,
  type ByteSet,
  byteRange,
  DIGIT_BYTES,
  foldCase,
  LINE_END_BYTES,
  NO_BYTES,
  SPACE_BYTES,
  WORD_BYTES,
  withoutBytes,
} from './byte-set.ts'
import { PatternError } from './pattern-error.ts'
import type { PatternNode } from './pattern-node.ts'

/** Turns the syntax tree into what the checks work on, and refuses what a rule's pattern must not hold. */
export function readPattern(pattern: AST.Pattern, ignoreCase: boolean): PatternNode {
  return choice(pattern.alternatives)

  function choice(alternatives: readonly AST.Alternative[]): PatternNode {
    const options = alternatives.map(sequence)
    return options.length === 1 ? options[0]! : { type: 'choice', options }
  }

  function sequence(alternative: AST.Alternative): PatternNode {
    return { type: 'sequence', items: alternative.elements.map(element) }
  }

  function element(node: AST.Element): PatternNode {
    switch (node.type) {
      case 'Character':
      case 'CharacterSet':
      case 'CharacterClass':
        return set(classBytes(node), node)
      case 'Group':
      case 'CapturingGroup':
        return choice(node.alternatives)
      case 'Quantifier':
        return repeat(node)
      case 'Assertion':
        return assertion(node)
      case 'Backreference':
        return backreference(node)
      case 'ExpressionCharacterClass':
        throw refused(node, 'set operations in a class need the v flag, which patterns do not have')
    }
  }

  function set(bytes: ByteSet, node: AST.Node): PatternNode {
    const folded = ignoreCase ? foldCase(bytes) : bytes
    if (folded === NO_BYTES) throw refused(node, 'matches nothing')
    return { type: 'set', bytes: folded }
  }

  function repeat(node: AST.Quantifier): PatternNode {
    if (node.max === Number.POSITIVE_INFINITY) {
      const written = node.raw.slice(node.element.raw.length).replace(/\?$/, '')
      const how = written === '*' ? '{0,100}' : written === '+' ? '{1,100}' : written.replace(',}', ',100}')
      throw refused(node, `"${written}" has no upper bound: write one, such as ${how}`)
    }
    return { type: 'repeat', item: element(node.element), min: node.min, max: node.max, raw: node.raw }
  }

  function assertion(node: AST.Assertion): PatternNode {
    if (node.kind === 'lookahead' || node.kind === 'lookbehind') {
      return { type: 'look', behind: node.kind === 'lookbehind', negate: node.negate, body: choice(node.alternatives) }
    }
    // `^` looks at the byte before it, `$` at the one after it (see lowerPattern), a word boundary at both.
    if (node.kind === 'start') return look(true, withoutBytes(ALL_BYTES, LINE_END_BYTES))
    if (node.kind === 'end') return look(false, withoutBytes(ALL_BYTES, LINE_END_BYTES))
    return { type: 'sequence', items: [look(true, NO_BYTES), look(false, NO_BYTES)] }
  }

  /** Not this byte here. A word boundary forbids none by itself, it only has to be seen to look. */
  function look(behind: boolean, bytes: ByteSet): PatternNode {
    return { type: 'look', behind, negate: true, body: { type: 'set', bytes } }
  }

  function backreference(node: AST.Backreference): PatternNode {
    const group = Array.isArray(node.resolved) ? node.resolved[0] : node.resolved
    if (!group || group.end > node.start) throw refused(node, 'refers to a group that has not ended before it')
    return { type: 'choice', options: [choice(group.alternatives), { type: 'sequence', items: [] }] }
  }
}

function classBytes(node: AST.CharacterClassElement | AST.CharacterClass | AST.CharacterSet): ByteSet {
  switch (node.type) {
    case 'Character':
      return characterBytes(node)
    case 'CharacterClassRange':
      return byteRange(node.min.value, Math.min(node.max.value, 0xff))
    case 'CharacterSet':
      return characterSetBytes(node)
    case 'CharacterClass': {
      const bytes = node.elements.map(classBytes).reduce((a, b) => a | b, NO_BYTES)
      return node.negate ? withoutBytes(ALL_BYTES, bytes) : bytes
    }
    default:
      throw refused(node, 'set operations in a class need the v flag, which patterns do not have')
  }
}

function characterBytes(node: AST.Character): ByteSet {
  if (node.value > 0xff) throw refused(node, 'patterns run over bytes: write the UTF-8 bytes as \\xNN')
  // `a{2` and `a{,3}` are literal text, which nobody who writes them means.
  if (node.raw === '{' && node.parent.type !== 'CharacterClass') {
    throw refused(node, 'is no quantifier here; for the character itself write "\\{"')
  }
  // \A, \Z, \h, \p … mean something in other dialects and are plain letters in this one.
  if (/^\\[A-Za-z]$/.test(node.raw) && node.raw.charCodeAt(1) === node.value) {
    throw refused(node, 'is no JavaScript escape: it would match the letter itself')
  }
  return 1n << BigInt(node.value)
}

function characterSetBytes(node: AST.CharacterSet): ByteSet {
  if (node.kind === 'any') return withoutBytes(ALL_BYTES, LINE_END_BYTES)
  if (node.kind === 'property') throw refused(node, 'Unicode properties need the u flag, which patterns do not have')
  const bytes = node.kind === 'digit' ? DIGIT_BYTES : node.kind === 'word' ? WORD_BYTES : SPACE_BYTES
  return node.negate ? withoutBytes(ALL_BYTES, bytes) : bytes
}

function refused(node: AST.Node, why: string): PatternError {
  return new PatternError(`${node.raw}: ${why}`, node.start)
}
