/** A text in which pieces were replaced, and where in the first one each byte of it comes from. Both latin1, a character a byte. */
export interface ReplacedText {
  readonly bytes: Uint8Array
  readonly outer: (start: number, end: number) => readonly [number, number]
}

/** Undefined leaves the piece as it is. */
export type Replacement = (found: RegExpExecArray) => string | undefined

/** `base`: where the text begins in what offsets are meant for. Undefined where nothing was to be replaced. */
export function replacedText(
  text: string,
  base: number,
  pattern: RegExp,
  replacement: Replacement,
): ReplacedText | undefined {
  // Of each replaced piece: where it begins in the result, and begins and ends in the text.
  const at: number[] = []
  const from: number[] = []
  const to: number[] = []
  const parts: string[] = []
  let length = 0
  let last = 0
  pattern.lastIndex = 0
  for (let found = pattern.exec(text); found; found = pattern.exec(text)) {
    const piece = replacement(found)
    if (piece === undefined) continue
    parts.push(text.slice(last, found.index), piece)
    length += found.index - last
    at.push(length)
    from.push(found.index)
    last = found.index + found[0].length
    to.push(last)
    length += piece.length
  }
  if (at.length === 0) return undefined
  parts.push(text.slice(last))
  const pieceEnd = (index: number): number =>
    (at[index + 1] ?? length + text.length - last) - (from[index + 1] ?? text.length) + to[index]!
  const indexOf = (offset: number): number => {
    let low = 0
    let high = at.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (at[middle]! <= offset) low = middle + 1
      else high = middle
    }
    return low - 1
  }
  const place = (offset: number, edge: 'start' | 'end'): number => {
    const index = indexOf(offset)
    if (index < 0) return offset
    const end = pieceEnd(index)
    if (offset < end) return edge === 'start' ? from[index]! : to[index]!
    return to[index]! + offset - end
  }
  return {
    bytes: Buffer.from(parts.join(''), 'latin1'),
    outer: (start, end) => [
      base + place(start, 'start'),
      base + (end > start ? endOf(place, end) : place(start, 'start')),
    ],
  }
}

/** The end is where the last byte ends. */
function endOf(place: (offset: number, edge: 'start' | 'end') => number, end: number): number {
  const [start, stop] = [place(end - 1, 'start'), place(end - 1, 'end')]
  return stop > start ? stop : start + 1
}

/** A character in UTF-8, a character a byte. */
export function utf8Bytes(code: number): string {
  if (code < 0x80) return String.fromCharCode(code)
  return code > 0x10ffff ? '' : Buffer.from(String.fromCodePoint(code)).toString('latin1')
}
