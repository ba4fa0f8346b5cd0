/** A line that is cut into pieces, a name before it. */
const LEAST = 2048

/** Bytes that encodings are written in, wrapped or not: of base64, hex, escapes, and what stands between wrapped lines. */
const IS_ENCODED = Uint8Array.from({ length: 256 }, (_, byte) =>
  Number(/[\w+/=%\\\s&#;.*-]/.test(String.fromCharCode(byte)) && byte < 0x80),
)

/**
 * From where to where whatever is encoded round a mark may reach, and the line it stands on: at most `reach` bytes either side of the mark. (It may lie
 * beyond the text.)
 */
export function encodedRound(text: Uint8Array, mark: number, reach: number): readonly [start: number, end: number] {
  const least = Math.max(0, mark - reach)
  const most = Math.min(text.length, mark + reach)
  let start = mark
  while (start > least && IS_ENCODED[text[start - 1]!] === 1) start--
  let end = mark
  while (end < most && IS_ENCODED[text[end]!] === 1) end++
  const lineEnd = text.indexOf(10, mark)
  return [Math.min(start, mark - LEAST), Math.max(end, mark + LEAST, lineEnd === -1 ? most : Math.min(lineEnd, most))]
}
