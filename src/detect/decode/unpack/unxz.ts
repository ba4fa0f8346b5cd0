import { damaged } from './damaged.ts'
import { Lzma } from './lzma.ts'
import { Output } from './output.ts'
import { RangeCoder } from './range-coder.ts'

const MAGIC = [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]
const HEADER_BYTES = 12
const FOOTER_BYTES = 12
const LZMA2 = 0x21
const MANY_FILTERS = 0x03
const HAS_PACKED_SIZE = 0x40
const HAS_SIZE = 0x80
/** By the kind of sum that stands behind each block. */
const SUM_BYTES = [0, 4, 4, 4, 8, 8, 8, 16, 16, 16, 32, 32, 32, 64, 64, 64]
const LAST_PROPERTIES = 224

/**
 * What an xz file holds: one stream or several. Throws for what is damaged or packed in another way than by LZMA2 alone, as all but programs is; with the
 * code of `zlib` for what is longer than `most`. Sums are not held against the bytes: what was damaged so well that it still unpacks is worth looking at.
 * https://tukaani.org/xz/xz-file-format.txt
 */
export function unxz(bytes: Uint8Array, most: number): Uint8Array {
  const output = new Output(most)
  let at = 0
  while (at < bytes.length) {
    if (bytes[at] === 0 && at > 0) at += 4
    else at = readStream(bytes, at, output)
  }
  return output.all()
}

function readStream(bytes: Uint8Array, start: number, output: Output): number {
  if (!MAGIC.every((byte, i) => bytes[start + i] === byte)) {
    if (start === 0) throw damaged('no xz')
    // Something else was put behind it.
    return bytes.length
  }
  const sumBytes = SUM_BYTES[bytes[start + MAGIC.length + 1]! & 0x0f]!
  let at = start + HEADER_BYTES
  // A zero in place of a header's size: the index.
  while (at < bytes.length && bytes[at] !== 0) {
    const headerBytes = (bytes[at]! + 1) * 4
    checkFilters(bytes, at)
    const end = readChunks(bytes, at + headerBytes, output)
    at = end + ((4 - ((end - at) & 3)) & 3) + sumBytes
  }
  if (at >= bytes.length) throw damaged('it ends too soon')
  return behindIndex(bytes, at)
}

/** Number in 7 bits a byte, and where it ends. */
function numberAt(bytes: Uint8Array, start: number): readonly [value: number, end: number] {
  let value = 0
  for (let at = start, scale = 1; at < bytes.length && at < start + 9; at++, scale *= 128) {
    value += (bytes[at]! & 0x7f) * scale
    if (bytes[at]! < 0x80) return [value, at + 1]
  }
  throw damaged('a number without end')
}

function checkFilters(bytes: Uint8Array, header: number): void {
  const flags = bytes[header + 1]!
  if ((flags & MANY_FILTERS) !== 0) throw damaged('more than one filter')
  let at = header + 2
  for (const flag of [HAS_PACKED_SIZE, HAS_SIZE]) if ((flags & flag) !== 0) [, at] = numberAt(bytes, at)
  if (bytes[at] !== LZMA2) throw damaged('a filter that is not known')
}

function behindIndex(bytes: Uint8Array, start: number): number {
  let [count, at] = numberAt(bytes, start + 1)
  for (; count > 0; count--) {
    ;[, at] = numberAt(bytes, at)
    ;[, at] = numberAt(bytes, at)
  }
  at += (4 - ((at - start) & 3)) & 3
  // And the sum of the index.
  return at + 4 + FOOTER_BYTES
}

/** Chunks of LZMA2, up to the zero that ends them. Returns where that is over. */
function readChunks(bytes: Uint8Array, start: number, output: Output): number {
  let lzma: Lzma | undefined
  let properties: number | undefined
  let from = output.length
  let at = start
  while (at < bytes.length) {
    const control = bytes[at]!
    if (control === 0) return at + 1
    if (control === 1 || control >= 0xe0) from = output.length
    const size = ((control & 0x1f) << 16) * (control >> 7) + ((bytes[at + 1]! << 8) | bytes[at + 2]!) + 1
    if (control < 0x80) {
      if (control > 2) throw damaged('a chunk of no known kind')
      if (at + 3 + size > bytes.length) throw damaged('it ends too soon')
      output.room(size)
      output.bytes.set(bytes.subarray(at + 3, at + 3 + size), output.length)
      output.length += size
      // The state is as it was at the beginning; the models are kept.
      at += 3 + size
      continue
    }
    const packed = ((bytes[at + 3]! << 8) | bytes[at + 4]!) + 1
    at += 5
    if (control >= 0xc0) {
      properties = bytes[at++]!
      if (properties > LAST_PROPERTIES) throw damaged('properties that cannot be')
    }
    if (properties === undefined) throw damaged('a chunk without properties')
    if (control >= 0xa0 || lzma === undefined) lzma = new Lzma(output, from, properties)
    if (at + packed > bytes.length) throw damaged('it ends too soon')
    lzma.unpack(new RangeCoder(bytes, at, at + packed), size)
    at += packed
  }
  throw damaged('it ends too soon')
}
