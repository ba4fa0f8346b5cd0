/** A copy without a length takes this many bytes. */
const WHOLE_COPY = 0x10000
/** A tree of a hundred thousand entries takes half of it. What promises more is left to git, and nothing is set aside for it. */
const MAX_BYTES = 8 * 1024 * 1024

/**
 * What a delta makes of its base; undefined where it is damaged or does not fit it. For the few trees that a commit hook reads; a history is read by the
 * kernel. https://git-scm.com/docs/gitformat-pack#_deltified_representation
 */
export function applyDelta(base: Uint8Array, delta: Uint8Array): Uint8Array | undefined {
  let at = 0
  const readSize = (): number => {
    let size = 0
    let unit = 1
    while (at < delta.length) {
      const byte = delta[at++]!
      size += (byte & 0x7f) * unit
      unit *= 128
      if ((byte & 0x80) === 0) return size
    }
    return -1
  }
  if (readSize() !== base.length) return undefined
  const size = readSize()
  if (size < 0 || size > MAX_BYTES) return undefined
  const result = new Uint8Array(size)
  let end = 0
  while (at < delta.length) {
    const op = delta[at++]!
    let from = 0
    let length = op
    let source = delta
    if (op & 0x80) {
      source = base
      length = 0
      for (let bit = 0; bit < 4; bit++) if (op & (1 << bit)) from += delta[at++]! * 256 ** bit
      for (let bit = 0; bit < 3; bit++) if (op & (0x10 << bit)) length += delta[at++]! * 256 ** bit
      if (length === 0) length = WHOLE_COPY
    } else {
      from = at
      at += length
    }
    if (length === 0 || !(from + length <= source.length) || end + length > size) return undefined
    result.set(source.subarray(from, from + length), end)
    end += length
  }
  return end === size ? result : undefined
}
