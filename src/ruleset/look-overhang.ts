import { patternLength } from './pattern-length.ts'
import type { PatternNode } from './pattern-node.ts'

export interface Overhang {
  readonly before: number
  readonly after: number
}

/** Most bytes that lookarounds see before the match's start and after its end. */
export function lookOverhang(pattern: PatternNode): Overhang {
  let before = 0
  let after = 0
  visit(pattern, 0, 0)
  return { before, after }

  /** `left` and `right`: bytes that at least stand between here and the match's start and end. */
  function visit(node: PatternNode, left: number, right: number): void {
    if (node.type === 'look') look(node.behind, node.body, left, right)
    else if (node.type === 'choice') for (const option of node.options) visit(option, left, right)
    else if (node.type === 'sequence') sequence(node.items, left, right)
    // The first round has the least before it and the last one the least after it.
    else if (node.type === 'repeat') visit(node.item, left, right)
  }

  function sequence(items: readonly PatternNode[], left: number, right: number): void {
    const lengths = items.map(item => patternLength(item).min)
    let passed = 0
    let rest = lengths.reduce((a, b) => a + b, 0)
    for (const [index, item] of items.entries()) {
      rest -= lengths[index]!
      visit(item, left + passed, right + rest)
      passed += lengths[index]!
    }
  }

  function look(behind: boolean, body: PatternNode, left: number, right: number): void {
    const { max } = patternLength(body)
    if (behind) before = Math.max(before, max - left)
    else after = Math.max(after, max - right)
    // A lookaround within this one stands up to `max` bytes away from here, on the side that this one looks to.
    visit(body, behind ? left - max : left, behind ? right : right - max)
  }
}
