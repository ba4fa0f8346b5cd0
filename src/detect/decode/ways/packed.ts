import zlib from 'node:zlib'
import type { Decoded, Encoded } from '../decoded.ts'
import { inflated } from '../inflated.ts'
import { MAX_SLOW_BYTES } from '../limits.ts'
import { packerOf } from '../packers.ts'
import { bunzip2 } from '../unpack/bunzip2.ts'
import { unxz } from '../unpack/unxz.ts'

type Unpack = (bytes: Uint8Array, most: number) => Uint8Array

/** Since Node 22.15: https://nodejs.org/api/zlib.html#zlibzstddecompresssyncbuffer-options */
function unzstd(): Unpack | undefined {
  const { zstdDecompressSync } = zlib as { readonly zstdDecompressSync?: typeof zlib.gunzipSync }
  return zstdDecompressSync && ((bytes, maxOutputLength) => zstdDecompressSync(bytes, { maxOutputLength }))
}

/** Of others nobody here can open what they pack. */
const UNPACK: Readonly<Record<string, (() => Unpack | undefined) | undefined>> = {
  bzip2: () => bunzip2,
  xz: () => unxz,
  zstd: unzstd,
}

const OF_TAR = /\.(?:tbz2?|txz|tzst)$/i
const ENDING = /\.(?:bz2?|xz|zst)$/i

/** The file's own name without its ending. */
function nameOf(path: string | undefined): string | undefined {
  const base = path?.slice(path.lastIndexOf('/') + 1)
  if (base && OF_TAR.test(base)) return base.replace(OF_TAR, '.tar')
  return base && ENDING.test(base) ? base.replace(ENDING, '') : undefined
}

/** A blob that is bzip2, xz or zstd from its first byte on. Of other archives it is said that they are not opened. */
export function* packed(encoded: Encoded): Generator<Decoded> {
  const { bytes, path, isFile, budget } = encoded
  const packer = packerOf(bytes)
  if (packer === undefined) return
  const unpack = UNPACK[packer]?.()
  if (!unpack) {
    if (isFile) budget.unread.push({ what: '', why: `packed by ${packer}, which is not opened` })
    return
  }
  const inside = nameOf(path)
  const content = inflated(encoded, inside ?? '', bytes.length, most => unpack(bytes, most), MAX_SLOW_BYTES)
  if (content) yield { encoding: packer, bytes: content, isText: true, ...(inside && { inside }) }
}
