import type { Rule } from '../types.ts'

/**
 * V8 takes a pattern twice: first into bytecode, and at its second use, or where the text is as long as this, into machine code. For patterns like ours the
 * first takes four times as long as the second (8 ms and 2 ms for the longest), and is thrown away.
 * https://source.chromium.org/chromium/chromium/src/+/main:v8/src/objects/js-regexp.h (kTierUpForSubjectLengthValue)
 */
const LONG_ENOUGH = 1000

const LONG_TEXT = '\n'.repeat(LONG_ENOUGH)

/** A rule's pattern, ready to be run on texts of one byte a character. */
export function readyPattern(rule: Rule, flags: string = rule.flags): RegExp {
  const pattern = new RegExp(rule.pattern, flags)
  // At its end there is nothing to look at.
  pattern.lastIndex = LONG_ENOUGH
  pattern.exec(LONG_TEXT)
  pattern.lastIndex = 0
  return pattern
}
