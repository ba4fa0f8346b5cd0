export interface Position {
  /** From 1. A line ends at LF, CRLF or a CR alone. */
  readonly line: number
  /** From 1, UTF-16 code units of the line read as UTF-8. */
  readonly column: number
}

const LF = 10
const CR = 13

function units(bytes: Uint8Array, start: number, end: number): number {
  for (let i = start; i < end; i++) {
    if (bytes[i]! > 127) {
      return Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('utf8').length
    }
  }
  return end - start
}

/** Positions of ascending byte offsets, in one pass over the bytes up to the last of them. */
export function positionsOf(bytes: Uint8Array, offsets: readonly number[]): Position[] {
  const positions: Position[] = []
  let line = 1
  let lineStart = 0
  let at = 0
  for (const offset of offsets) {
    for (; at < offset; at++) {
      const byte = bytes[at]
      if (byte === LF || (byte === CR && bytes[at + 1] !== LF)) {
        line++
        lineStart = at + 1
      }
    }
    positions.push({ line, column: units(bytes, lineStart, offset) + 1 })
  }
  return positions
}
