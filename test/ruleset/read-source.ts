import { parsePattern } from '../../src/ruleset/parse-pattern.ts'
import type { PatternNode } from '../../src/ruleset/pattern-node.ts'
import { readPattern } from '../../src/ruleset/read-pattern.ts'

export function readSource(source: string, ignoreCase = false): PatternNode {
  return readPattern(parsePattern(source), ignoreCase)
}
