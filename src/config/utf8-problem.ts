/** What a decoder puts in the place of bytes that are no UTF-8. */
const REPLACEMENT = '\uFFFD'

/** Offset, in the text that `bytes` are decoded to, of the first that are no UTF-8. */
export function utf8Problem(bytes: Buffer, text: string): number | undefined {
  let bytesBefore = 0
  let from = 0
  for (let at = text.indexOf(REPLACEMENT); at >= 0; at = text.indexOf(REPLACEMENT, from)) {
    bytesBefore += Buffer.byteLength(text.slice(from, at))
    // The character itself is allowed: EF BF BD.
    if (bytes[bytesBefore] !== 0xef || bytes[bytesBefore + 1] !== 0xbf || bytes[bytesBefore + 2] !== 0xbd) return at
    bytesBefore += 3
    from = at + 1
  }
  return undefined
}
