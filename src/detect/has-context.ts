import type { Rule } from '../types.ts'

/** Does one of the rule's context words stand within its reach of the match, whatever the case? */
export function hasContext(rule: Rule, bytes: Uint8Array, matchStart: number, matchEnd: number): boolean {
  const start = Math.max(0, matchStart - rule.reach)
  const end = Math.min(bytes.length, matchEnd + rule.reach)
  const near = Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start)
    .toString('latin1')
    .toLowerCase()
  return rule.context.some(word => near.includes(word.toLowerCase()))
}
