import { lookOverhang } from './look-overhang.ts'
import { lowerPattern } from './lower-pattern.ts'
import { parsePattern } from './parse-pattern.ts'
import { PatternError } from './pattern-error.ts'
import { patternLength } from './pattern-length.ts'
import { proveAnchors } from './prove-anchors.ts'
import { readPattern } from './read-pattern.ts'

/** The scanner's memory for one window, and what one slow window may cost, rest on it. A private key of 16384 bits takes 13 kB. */
export const MAX_MATCH_BYTES = 65_536

export interface CompiledPattern {
  readonly pattern: string
  readonly flags: string
  readonly before: number
  readonly after: number
}

/** Lowers a pattern and proves what the scanner relies on; throws PatternError. */
export function compilePattern(source: string, anchors: readonly string[], ignoreCase: boolean): CompiledPattern {
  const tree = parsePattern(source)
  if (!source.includes('(?<secret>')) throw new PatternError('has no group (?<secret>…): it marks what leaks')
  const node = readPattern(tree, ignoreCase)
  const { max } = patternLength(node)
  const overhang = lookOverhang(node)
  const seen = overhang.before + max + overhang.after
  if (seen > MAX_MATCH_BYTES) {
    throw new PatternError(`can match ${seen} bytes; at most ${MAX_MATCH_BYTES} are allowed: lower the upper bounds`)
  }
  const proof = proveAnchors(node, anchors, ignoreCase)
  if (!proof.proven) throw new PatternError(unprovenMessage(proof.counterExample, anchors))
  return {
    pattern: lowerPattern(source),
    flags: ignoreCase ? 'gi' : 'g',
    before: proof.before + overhang.before,
    after: proof.after + overhang.after,
  }
}

const SHOWN = 60

function unprovenMessage(counterExample: string, anchors: readonly string[]): string {
  const shown = JSON.stringify(counterExample.length > SHOWN ? `${counterExample.slice(0, SHOWN)}…` : counterExample)
  const list = anchors.map(anchor => JSON.stringify(anchor)).join(', ')
  return `can match ${shown}, which holds none of the anchors ${list}: each match must hold one (what lookarounds see is not part of the match)`
}
