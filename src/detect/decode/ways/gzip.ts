import { gunzipSync } from 'node:zlib'
import type { Decoded, Encoded, MarkHit } from '../decoded.ts'
import { inflated } from '../inflated.ts'

const FLAG_EXTRA = 4
const FLAG_NAME = 8
const NAME_AT = 10
const LONGEST_NAME = 255
const KNOWN_ENDING = /\.(?:gz|gzip|z)$/i

/** The name that gzip kept, or the file's own without its ending. */
function nameOf(bytes: Uint8Array, path: string | undefined): string | undefined {
  const base = path?.slice(path.lastIndexOf('/') + 1)
  if (base && /\.tgz$/i.test(base)) return base.replace(/\.tgz$/i, '.tar')
  if (base && KNOWN_ENDING.test(base)) return base.replace(KNOWN_ENDING, '')
  const flags = bytes[3]!
  if ((flags & FLAG_NAME) === 0 || (flags & FLAG_EXTRA) !== 0) return undefined
  const end = bytes.indexOf(0, NAME_AT)
  if (end <= NAME_AT || end - NAME_AT > LONGEST_NAME) return undefined
  const name = Buffer.from(bytes.subarray(NAME_AT, end)).toString('latin1')
  return name.slice(name.lastIndexOf('/') + 1)
}

/** A blob that is gzip from its first byte on. */
export function* gzip(encoded: Encoded, hits: readonly MarkHit[]): Generator<Decoded> {
  const { bytes, path } = encoded
  if (hits[0]!.position !== 0) return
  const name = nameOf(bytes, path)
  const content = inflated(encoded, name ?? '', bytes.length, maxOutputLength => gunzipSync(bytes, { maxOutputLength }))
  if (content) yield { encoding: 'gzip', bytes: content, isText: true, ...(name !== undefined && { inside: name }) }
}
