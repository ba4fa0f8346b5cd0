/** Well-formed UTF-8 sequences over bytes read as latin1 (https://www.unicode.org/versions/Unicode15.0.0/ch03.pdf, table 3-7), or one stray byte. */
const SEQUENCE =
  /[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xed[\x80-\x9f][\x80-\xbf]|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2}|[\x80-\xff]/g

export interface DecodedLine {
  readonly text: string
  /** Where the character that a byte belongs to starts in `text`. */
  at(byte: number): number
}

/** Bytes read as latin1 become text; a byte that is no UTF-8 is shown as `\xNN`. */
export function decodeLine(latin1: string): DecodedLine {
  // Where bytes and text drift apart: after each sequence, the byte offset and how much longer the text is than the bytes.
  const drifts: { readonly byte: number; readonly length: number; readonly drift: number }[] = []
  let drift = 0
  const text = latin1.replace(SEQUENCE, (bytes: string, byte: number) => {
    const character =
      bytes.length === 1 ? `\\x${bytes.charCodeAt(0).toString(16)}` : Buffer.from(bytes, 'latin1').toString('utf8')
    drifts.push({ byte, length: bytes.length, drift })
    drift += character.length - bytes.length
    return character
  })
  return {
    text,
    at(byte) {
      const index = drifts.findLastIndex(one => one.byte < byte)
      const before = drifts[index]
      if (!before) return byte
      if (byte < before.byte + before.length) return before.byte + before.drift
      return byte + (drifts[index + 1]?.drift ?? drift)
    },
  }
}
