import type { AST } from '@eslint-community/regexpp'
import { compilePattern } from '../ruleset/compile-pattern.ts'
import { parsePattern } from '../ruleset/parse-pattern.ts'
import { PatternError } from '../ruleset/pattern-error.ts'

/** Alternatives that are followed: a longer list of words is no anchor but a dictionary. */
const MAX_ANCHORS = 60
const MIN_LENGTH = 3
const MAX_LENGTH = 64

/** Literals of which each match of a pattern holds one, as long as can be; where the pattern names none, the tool's own keywords, if they hold. */
export function findAnchors(pattern: string, ignoreCase: boolean, keywords: readonly string[]): readonly string[] {
  const own = literalsOf(parsePattern(pattern)).map(text => (ignoreCase ? text.toLowerCase() : text))
  const candidates = [own, keywords.filter(word => word.length >= MIN_LENGTH && word.length <= MAX_LENGTH)]
  let problem = new PatternError(
    'no text of three letters or more stands in each match, so that nothing tells where to look',
  )
  for (const anchors of candidates) {
    if (anchors.length === 0) continue
    try {
      compilePattern(pattern, anchors, ignoreCase)
      return [...new Set(anchors)]
    } catch (error) {
      if (!(error instanceof PatternError)) throw error
      problem = error
    }
  }
  throw problem
}

/** The best set of literals of a choice: each alternative has to have one. */
function literalsOf(node: { readonly alternatives: readonly AST.Alternative[] }): readonly string[] {
  const sets = node.alternatives.map(literalsOfSequence)
  const all = sets.flat()
  return sets.some(set => set.length === 0) || all.length > MAX_ANCHORS ? [] : all
}

function literalsOfSequence({ elements }: AST.Alternative): readonly string[] {
  let best: readonly string[] = []
  let run = ''
  const offer = (set: readonly string[]): void => {
    if (shortest(set) >= MIN_LENGTH && (shortest(set) > shortest(best) || best.length === 0)) best = set
  }
  for (const element of elements) {
    if (element.type === 'Character' && element.value < 0x80 && run.length < MAX_LENGTH) {
      run += String.fromCharCode(element.value)
      offer([run])
      continue
    }
    if (element.type === 'Assertion') continue
    run = ''
    if (element.type === 'Group' || element.type === 'CapturingGroup') offer(literalsOf(element))
  }
  return best
}

function shortest(set: readonly string[]): number {
  return set.length === 0 ? 0 : Math.min(...set.map(text => text.length))
}
