import type { Excerpt } from '../types.ts'

/** With a margin of 6 an excerpt fits a terminal of 80 columns. */
const MAX_LENGTH = 74
/** What stands before the mark says what it is (a variable's name): so much of it stays. */
const CONTEXT_BEFORE = 36
const CUT = '…'

/** Never between the halves of a surrogate pair. */
function wholeCharacter(text: string, index: number): number {
  return /[\udc00-\udfff]/.test(text[index] ?? '') ? index + 1 : index
}

/** Without indentation, and cut to a bounded length around what is marked. */
export function cutAround({ text, start, end }: Excerpt, maxLength = MAX_LENGTH): Excerpt {
  const indent = Math.min(/^\s*/.exec(text)![0].length, start)
  const last = Math.max(text.trimEnd().length, end)
  const tooLong = last - indent > maxLength
  const room = maxLength - 2 * CUT.length
  const before = Math.min(CONTEXT_BEFORE, Math.ceil(room / 2), Math.max(room - (end - start), 0))
  // What is short after the mark leaves more room before it.
  const earliest = Math.min(start - before, Math.max(last - room, indent))
  const from = tooLong && earliest > indent ? wholeCharacter(text, earliest) : indent
  const to = tooLong && last - from > room ? wholeCharacter(text, Math.max(from + room, end)) : last
  const head = from > indent ? CUT : ''
  const shift = head.length - from
  return {
    text: head + text.slice(from, to) + (to < last ? CUT : ''),
    start: start + shift,
    end: end + shift,
  }
}
