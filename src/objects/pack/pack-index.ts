import { isLittleEndian } from '../../kernel/is-little-endian.ts'

const MAGIC = 0xff744f63
const VERSION = 2
const FANOUT_BYTES = 256 * 4
const V2_HEADER_BYTES = 8
const V1_OFFSET_BYTES = 4
/** The highest bit of a 32-bit offset says that the rest is a place in the table of 64-bit ones. */
const LARGE = 0x8000_0000

/**
 * What an index says of its pack: for each object, in order of the ids.
 * https://git-scm.com/docs/gitformat-pack#_pack_idx_files_have_the_following_format
 */
export interface PackIndex {
  readonly count: number
  readonly idBytes: number
  /** `count` ids, one after another, ascending. */
  readonly ids: Uint8Array
  /** Where each object's entry begins in the pack. */
  readonly offsets: Float64Array | Uint32Array
  /** CRC-32 of each packed entry; undefined in version 1. */
  readonly crcs: Uint32Array | undefined
  /** The checksum that ends the pack that this index was made for. */
  readonly packChecksum: Uint8Array
}

/** An index that is no index, or is damaged: the whole pack is left to git. */
class BadPackIndexError extends Error {
  override readonly name = 'BadPackIndexError'
}

/** Its offsets are checked against the pack by whoever knows the pack's size. */
export function parsePackIndex(bytes: Uint8Array, idBytes: number): PackIndex {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < FANOUT_BYTES + 2 * idBytes) throw new BadPackIndexError('too short')
  const isV1 = view.getUint32(0) !== MAGIC
  if (!isV1 && view.getUint32(4) !== VERSION) throw new BadPackIndexError(`version ${view.getUint32(4)}`)
  const fanoutAt = isV1 ? 0 : V2_HEADER_BYTES
  let count = 0
  for (let i = 0; i < 256; i++) {
    const next = view.getUint32(fanoutAt + 4 * i)
    if (next < count) throw new BadPackIndexError('fan-out that descends')
    count = next
  }
  // A copy: a slice of a Buffer would hold on to the whole index.
  const packChecksum = Uint8Array.from(bytes.subarray(bytes.length - 2 * idBytes, bytes.length - idBytes))
  const at = fanoutAt + FANOUT_BYTES
  return isV1
    ? { ...parseV1(bytes, view, at, count, idBytes), packChecksum }
    : { ...parseV2(bytes, view, at, count, idBytes), packChecksum }
}

type Parsed = Omit<PackIndex, 'packChecksum'>

function parseV1(bytes: Uint8Array, view: DataView, at: number, count: number, idBytes: number): Parsed {
  const rowBytes = V1_OFFSET_BYTES + idBytes
  if (bytes.length !== at + count * rowBytes + 2 * idBytes) throw new BadPackIndexError('wrong size')
  const ids = new Uint8Array(count * idBytes)
  const offsets = new Uint32Array(count)
  for (let i = 0; i < count; i++) {
    const row = at + i * rowBytes
    offsets[i] = view.getUint32(row)
    ids.set(bytes.subarray(row + V1_OFFSET_BYTES, row + rowBytes), i * idBytes)
  }
  return { count, idBytes, ids, offsets, crcs: undefined }
}

function parseV2(bytes: Uint8Array, view: DataView, idsAt: number, count: number, idBytes: number): Parsed {
  const crcsAt = idsAt + count * idBytes
  const offsetsAt = crcsAt + count * 4
  const largeAt = offsetsAt + count * 4
  const large = bytes.length - 2 * idBytes - largeAt
  if (large < 0 || large % 8 !== 0) throw new BadPackIndexError('wrong size')
  const crcs = numbersIn(bytes.subarray(crcsAt, offsetsAt))
  const short = numbersIn(bytes.subarray(offsetsAt, largeAt))
  const ids = bytes.subarray(idsAt, crcsAt)
  if (large === 0 && short.every(offset => offset < LARGE)) return { count, idBytes, ids, offsets: short, crcs }
  const offsets = Float64Array.from(short, offset => {
    if (offset < LARGE) return offset
    const place = (offset - LARGE) * 8
    if (place + 8 > large) throw new BadPackIndexError('an offset beyond its table')
    return view.getUint32(largeAt + place) * 2 ** 32 + view.getUint32(largeAt + place + 4)
  })
  return { count, idBytes, ids, offsets, crcs }
}

/** A copy of numbers that stand there big endian. Turned by Node itself: a loop over a hundred thousand is slow until V8 has compiled it. */
function numbersIn(bytes: Uint8Array): Uint32Array {
  const numbers = new Uint32Array(bytes.length / 4)
  const copy = Buffer.from(numbers.buffer)
  copy.set(bytes)
  if (isLittleEndian()) copy.swap32()
  return numbers
}
