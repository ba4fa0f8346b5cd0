import { inflateRawSync } from 'node:zlib'
import type { Decoded, Encoded, MarkHit } from '../decoded.ts'
import { inflated } from '../inflated.ts'
import { type ZipEntry, ZipReader } from '../zip-reader.ts'

const STORED = 0
const DEFLATED = 8
/** What inflating may need where the size is not known: all that follows. */
type Content = { readonly bytes: Uint8Array; readonly end: number } | undefined

function contentOf(encoded: Encoded, entry: ZipEntry): Content {
  const { bytes, budget, isFile } = encoded
  const { name: what, start, compressed, method } = entry
  const end = compressed === undefined ? bytes.length : start + compressed
  const refuse = (why: string): undefined => {
    if (isFile) budget.unread.push({ what, why })
  }
  if (entry.isEncrypted) return refuse('encrypted')
  if (method !== STORED && method !== DEFLATED) return refuse(`packed by method ${method}, which is not read`)
  if (start > bytes.length || end > bytes.length) return refuse('damaged: the archive ends before this file does')
  const packed = bytes.subarray(start, end)
  if (method === STORED) return compressed === undefined ? undefined : { bytes: packed, end }
  const content = inflated(encoded, what, packed.length, maxOutputLength => inflateRawSync(packed, { maxOutputLength }))
  return content && { bytes: content, end: compressed === undefined ? start : end }
}

/** By the directory; an archive that was cut off has none, and its files are found by their own headers. */
function* entriesOf(reader: ZipReader, startsArchive: boolean): Generator<ZipEntry> {
  const central = reader.central(!startsArchive)
  if (central) yield* central
  if (central || !startsArchive) return
  for (let at = 0; at >= 0; ) {
    const entry = reader.local(at)
    if (entry) yield entry
    at = reader.nextLocal(entry ? Math.max(entry.start + (entry.compressed ?? 0), at + 4) : at + 4)
  }
}

/** Files of a zip archive: jar, docx, xlsx, whl, apk, nupkg. */
export function* zip(encoded: Encoded, hits: readonly MarkHit[]): Generator<Decoded> {
  const { bytes, budget } = encoded
  for (const entry of entriesOf(new ZipReader(bytes), hits[0]!.position === 0)) {
    if (entry.name.endsWith('/') || entry.compressed === 0) continue
    if (budget.entries-- <= 0) {
      budget.unread.push({ what: entry.name, why: 'this archive holds more files than are unpacked' })
      return
    }
    const content = contentOf(encoded, entry)
    if (content) yield { encoding: 'zip', bytes: content.bytes, inside: entry.name, isText: true }
  }
}
