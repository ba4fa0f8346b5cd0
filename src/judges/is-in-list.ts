import { AROUND_BYTES, type Match } from '../types.ts'
import { aroundBefore } from './around-before.ts'

/** `password", "`: a text and the next one. */
const NEXT_TEXT = /["'`]\s{0,40},\s{0,40}["'`]$/
/** What a bracket of a call stands behind. */
const CALLED = /[\w>)\]]$/

/** What stands before the bracket that is open at the end of a text, the bracket with it. */
function uptoOpenBracket(text: string): string | undefined {
  let closed = 0
  for (let at = text.length - 1; at >= 0; at--) {
    if (/[)\]}]/.test(text[at]!)) closed++
    else if (/[([{]/.test(text[at]!) && closed-- === 0) return text.slice(0, at + 1)
  }
  return undefined
}

/** `["reset_password", "confirm"]`: is it the next text of a list, not the second argument of a call? */
export function isInList(match: Match): boolean {
  const from = Math.min(AROUND_BYTES, match.matchStart)
  const between = match.around.slice(from, from + match.start - match.matchStart)
  if (!NEXT_TEXT.test(between)) return false
  const before = uptoOpenBracket(aroundBefore(match))
  if (before === undefined) return false
  return before.endsWith('[') || (before.endsWith('(') && !CALLED.test(before.slice(0, -1)))
}
