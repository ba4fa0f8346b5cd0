import type { Rule } from '../types.ts'
import { latin1 } from './latin1.ts'

/** Does one of the rule's context words stand within its reach of the match, whatever the case? */
export function hasContext(rule: Rule, bytes: Uint8Array, matchStart: number, matchEnd: number): boolean {
  const near = latin1(bytes, Math.max(0, matchStart - rule.reach), Math.min(bytes.length, matchEnd + rule.reach))
  const text = near.toLowerCase()
  return rule.context.some(word => text.includes(word.toLowerCase()))
}
