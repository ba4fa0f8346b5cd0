import type { Blob, Origin } from '../types.ts'
import type { Sighting } from './examine.ts'

/** Lines of a commit's or tag's header; the empty one that ends it is not among them. */
function headerOf(bytes: Uint8Array): readonly string[] {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = text.indexOf('\n\n')
  return text.toString('latin1', 0, end === -1 ? text.length : end).split('\n')
}

/**
 * A commit and a tag are read as they are stored, header first. For a person, lines count from the first of the message; what stands in the
 * header is an author's name or e-mail address, or a tag's own name.
 */
export function insideObject(blob: Blob, sighting: Sighting, origin: Origin): [Sighting, Origin] {
  if (blob.kind !== 'commit' && blob.kind !== 'tag') return [sighting, origin]
  const header = headerOf(blob.bytes)
  const line = header[sighting.start.line - 1]
  if (line !== undefined) {
    const isName = blob.kind === 'tag' && line.startsWith('tag ')
    return [sighting, { ...origin, in: isName ? 'ref name' : 'commit author' }]
  }
  const above = header.length + 1
  const up = (position: Sighting['start']): Sighting['start'] => ({ ...position, line: position.line - above })
  return [{ ...sighting, start: up(sighting.start), end: up(sighting.end) }, origin]
}
