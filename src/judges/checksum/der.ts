/** One element of DER: what it is, and where its content lies. https://www.itu.int/rec/T-REC-X.690 */
export interface DerElement {
  /** Where its header begins. */
  readonly at: number
  readonly tag: number
  readonly start: number
  readonly end: number
}

/** Keys are small: three bytes of length would be megabytes. */
const MAX_LENGTH_BYTES = 2

/** The element that begins at this byte; `undefined` where it does not end inside. */
function derAt(bytes: Uint8Array, at: number): DerElement | undefined {
  const tag = bytes[at]
  const first = bytes[at + 1]
  if (tag === undefined || first === undefined) return undefined
  let start = at + 2
  let length = first
  if (first >= 0x80) {
    const count = first & 0x7f
    if (count < 1 || count > MAX_LENGTH_BYTES) return undefined
    length = 0
    for (let i = 0; i < count; i++) length = length * 256 + (bytes[start++] ?? 0)
  }
  return start + length <= bytes.length ? { at, tag, start, end: start + length } : undefined
}

/** The elements inside a sequence that begins at this byte; `undefined` if it is none, or is cut. */
export function derSequence(bytes: Uint8Array, at: number): readonly DerElement[] | undefined {
  const outer = derAt(bytes, at)
  if (outer?.tag !== SEQUENCE) return undefined
  const inside: DerElement[] = []
  for (let next = outer.start; next < outer.end; ) {
    const element = derAt(bytes, next)
    if (!element || element.end > outer.end) return undefined
    inside.push(element)
    next = element.end
  }
  return inside
}

export const SEQUENCE = 0x30
export const INTEGER = 0x02
export const OCTETS = 0x04
export const OBJECT_ID = 0x06
