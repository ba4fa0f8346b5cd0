import type { Rule } from '../types.ts'
import { estimateSteps } from './estimate-steps.ts'
import { lookOverhang } from './look-overhang.ts'
import { lowerPattern } from './lower-pattern.ts'
import { parsePattern } from './parse-pattern.ts'
import { PatternError } from './pattern-error.ts'
import { patternLength } from './pattern-length.ts'
import type { PatternNode } from './pattern-node.ts'
import { proveAnchors } from './prove-anchors.ts'
import { readPattern } from './read-pattern.ts'
import { stepGraph } from './step-graph.ts'

/** The scanner's memory for one window, and what one slow window may cost, rest on it. A private key of 16384 bits takes 13 kB. */
const MAX_MATCH_BYTES = 65_536

/**
 * Steps of the matcher that the worst text may cost in one window. V8 does about 500 million a second, so that this is some 20 ms:
 * enough for a quadratic pattern on a few hundred bytes, and nothing that anybody can stop a scan with.
 */
export const MAX_STEPS = 10_000_000

/** A backreference; at worst a backslash and a digit. */
const REPEATS = /\\(?:[1-9]|k<)/

export type CompiledPattern = Pick<Rule, 'pattern' | 'flags' | 'anchored' | 'before' | 'after' | 'lead'>

/** Lowers a pattern and proves what the scanner relies on; throws PatternError. Without anchors it is one for whole files of certain names. */
export function compilePattern(
  source: string,
  anchors: readonly string[] | undefined,
  ignoreCase: boolean,
): CompiledPattern {
  const tree = parsePattern(source)
  if (!source.includes('(?<secret>')) throw new PatternError('has no group (?<secret>…): it marks what leaks')
  const node = readPattern(tree, ignoreCase)
  const { max } = patternLength(node)
  const overhang = lookOverhang(node)
  const seen = overhang.before + max + overhang.after
  if (seen > MAX_MATCH_BYTES) {
    throw new PatternError(`can match ${seen} bytes; at most ${MAX_MATCH_BYTES} are allowed: lower the upper bounds`)
  }
  // Builds the smaller of the graphs that the checks walk: what is too large for it ends here.
  stepGraph(node, seen)
  // A text that stands twice may be written in either case: that only V8 can tell.
  const isTold = ignoreCase && REPEATS.test(source)
  const lowered = { pattern: lowerPattern(source, ignoreCase && !isTold), flags: isTold ? 'gi' : 'g' }
  if (!anchors) {
    checkSpeed(node, seen)
    return { ...lowered, anchored: false, before: overhang.before, after: max + overhang.after, lead: 0 }
  }
  const proof = proveAnchors(node, anchors, ignoreCase)
  if (!proof.proven) throw new PatternError(unprovenMessage(proof.counterExample, anchors))
  checkSpeed(node, overhang.before + proof.before + longest(anchors) + proof.after + overhang.after)
  return {
    ...lowered,
    anchored: proof.before === 0,
    before: proof.before + overhang.before,
    after: proof.after + overhang.after,
    lead: proof.before,
  }
}

function longest(anchors: readonly string[]): number {
  return Math.max(...anchors.map(anchor => anchor.length))
}

function checkSpeed(node: PatternNode, windowBytes: number): void {
  const { steps, runs } = estimateSteps(node, windowBytes)
  if (steps <= MAX_STEPS) return
  const numbers = `about ${steps.toPrecision(2)} steps on the worst text of one window, at most ${MAX_STEPS.toPrecision(2)} are allowed`
  const shared = runs.length > 0 ? `; one text can be cut in many ways among ${runs.join(' and ')}` : ''
  const advice = 'put between them something required that they cannot match themselves, or lower their upper bounds'
  throw new PatternError(`slow: ${numbers}${shared}: ${advice}`)
}

const SHOWN = 60

function unprovenMessage(counterExample: string, anchors: readonly string[]): string {
  const shown = JSON.stringify(counterExample.length > SHOWN ? `${counterExample.slice(0, SHOWN)}…` : counterExample)
  const list = anchors.map(anchor => JSON.stringify(anchor)).join(', ')
  return `can match ${shown}, which holds none of the anchors ${list}: each match must hold one (what lookarounds see is not part of the match)`
}
