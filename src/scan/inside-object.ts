import type { Blob, Origin } from '../types.ts'
import type { Sighting } from './examine.ts'

const LF = 10

/** Lines of a commit's or tag's header, the empty one that ends it included. */
function headerLines(bytes: Uint8Array): number {
  let lines = 0
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] !== LF) continue
    lines++
    if (bytes[at + 1] === LF) return lines + 1
  }
  return lines
}

/**
 * A commit and a tag are read as they are stored, header first. For a person, lines count from the first of the message; what stands in the
 * header is an author's name or e-mail address.
 */
export function insideObject(blob: Blob, sighting: Sighting, origin: Origin): [Sighting, Origin] {
  if (blob.kind !== 'commit' && blob.kind !== 'tag') return [sighting, origin]
  const header = headerLines(blob.bytes)
  if (sighting.start.line < header) return [sighting, { ...origin, in: 'commit author' }]
  const up = (position: Sighting['start']): Sighting['start'] => ({ ...position, line: position.line - header })
  return [{ ...sighting, start: up(sighting.start), end: up(sighting.end) }, origin]
}
