import { closeSync, openSync } from 'node:fs'
import type { ObjectId } from '../types.ts'
import { applyDelta } from './apply-delta.ts'
import { deflatedAtMost } from './deflate-bounds.ts'
import { inflateQuickly } from './inflate-quickly.ts'
import type { GitObject, ObjectType } from './object-store.ts'
import { OFFSET_DELTA, REFERENCE_DELTA, TYPE_OF_KIND } from './pack/entry-kinds.ts'
import { readAt } from './pack/read-at.ts'
import { packFiles } from './pack-files.ts'

const MAGIC = 0xff744f63
const VERSION = 2
const HEADER_BYTES = 8
const FANOUT_BYTES = 1024
/** The highest bit of an offset: the rest is a place in the table of 64-bit ones. */
const LARGE = 0x8000_0000
/** With more of them git's own way, which knows by a multi-pack-index where to look, is the quicker one. */
const MAX_PACKS = 16
/** Trees of some thousand entries; what is larger is left to git. */
const MAX_BYTES = 192 * 1024
/** Git's own bound of a chain. */
const MAX_CHAIN = 4095

interface Pack {
  readonly index: number
  readonly pack: number
  readonly fanout: Buffer
}

export interface PackedObjects {
  /** undefined: in none of the packs, or nothing for this reader; git may know better. */
  read(id: ObjectId): GitObject | undefined
  close(): void
}

/** Reads single small objects out of packs, at once and without a git process: the trees that a commit hook compares the index with. */
export function openPackedObjects(objectDirs: readonly string[], idBytes: number): PackedObjects {
  let opened: readonly Pack[] | undefined

  function open(): readonly Pack[] {
    const { indexes } = packFiles(objectDirs)
    return indexes.length > MAX_PACKS ? [] : indexes.flatMap(openPack)
  }

  function entryIn({ index, fanout }: Pack, id: Buffer): number | undefined {
    const first = id[0]!
    const from = first === 0 ? 0 : fanout.readUInt32BE((first - 1) * 4)
    const to = fanout.readUInt32BE(first * 4)
    const count = fanout.readUInt32BE(255 * 4)
    if (from >= to || to > count) return undefined
    const idsAt = HEADER_BYTES + FANOUT_BYTES
    const ids = bytesAt(index, (to - from) * idBytes, idsAt + from * idBytes)
    let [low, high] = [0, ids.length / idBytes]
    while (low < high) {
      const middle = (low + high) >>> 1
      const order = id.compare(ids, middle * idBytes, (middle + 1) * idBytes)
      if (order === 0) return offsetOf(index, idsAt + count * (idBytes + 4), count, from + middle)
      if (order < 0) high = middle
      else low = middle + 1
    }
    return undefined
  }

  function readEntry(pack: Pack, start: number): { readonly type: ObjectType; readonly bytes: Uint8Array } | undefined {
    const deltas: Uint8Array[] = []
    let at = start
    while (deltas.length <= MAX_CHAIN) {
      const entry = packedEntry(pack.pack, at, idBytes)
      if (!entry) return undefined
      const type = TYPE_OF_KIND[entry.type]
      if (type) {
        let bytes: Uint8Array | undefined = entry.bytes
        for (let i = deltas.length - 1; i >= 0 && bytes; i--) bytes = applyDelta(bytes, deltas[i]!)
        return bytes && { type, bytes }
      }
      deltas.push(entry.bytes)
      const base = typeof entry.base === 'number' ? at - entry.base : entry.base && entryIn(pack, entry.base)
      if (base === undefined || base < 0) return undefined
      at = base
    }
    return undefined
  }

  return {
    read(id) {
      const bytes = Buffer.from(id, 'hex')
      opened ??= open()
      for (const pack of opened) {
        const at = entryIn(pack, bytes)
        const entry = at === undefined ? undefined : readEntry(pack, at)
        if (entry) return { id, ...entry }
      }
      return undefined
    },
    close() {
      for (const { index, pack } of opened ?? []) {
        closeSync(index)
        closeSync(pack)
      }
      opened = []
    },
  }
}

/** None: it went since it was listed, or its index is of a form that git alone reads. */
function openPack(file: string): readonly Pack[] {
  const descriptors: number[] = []
  try {
    descriptors.push(openSync(file, 'r'), openSync(file.replace(/idx$/, 'pack'), 'r'))
    const head = bytesAt(descriptors[0]!, HEADER_BYTES + FANOUT_BYTES, 0)
    const isKnown =
      head.length === HEADER_BYTES + FANOUT_BYTES && head.readUInt32BE(0) === MAGIC && head.readUInt32BE(4) === VERSION
    if (isKnown) return [{ index: descriptors[0]!, pack: descriptors[1]!, fanout: head.subarray(HEADER_BYTES) }]
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).syscall !== 'open') throw cause
  }
  descriptors.forEach(closeSync)
  return []
}

function bytesAt(descriptor: number, length: number, position: number): Buffer {
  const bytes = Buffer.allocUnsafe(length)
  return bytes.subarray(0, readAt(descriptor, bytes, 0, length, position))
}

function offsetOf(index: number, offsetsAt: number, count: number, place: number): number | undefined {
  const short = bytesAt(index, 4, offsetsAt + place * 4)
  if (short.length < 4) return undefined
  const offset = short.readUInt32BE(0)
  if (offset < LARGE) return offset
  const long = bytesAt(index, 8, offsetsAt + count * 4 + (offset - LARGE) * 8)
  return long.length < 8 ? undefined : Number(long.readBigUInt64BE(0))
}

interface PackedEntry {
  readonly type: number
  readonly bytes: Uint8Array
  /** Of a delta: how many bytes before it its base begins, or the base's id. */
  readonly base?: number | Buffer
}

/** Most trees are shorter packed. */
const FIRST_READ = 2048

function packedEntry(pack: number, start: number, idBytes: number): PackedEntry | undefined {
  let raw = bytesAt(pack, FIRST_READ, start)
  let at = 0
  const next = (): number => raw[at++] ?? Number.NaN
  let byte = next()
  const type = (byte >> 4) & 7
  let size = byte & 15
  for (let unit = 16; byte & 0x80; unit *= 128) {
    byte = next()
    size += (byte & 0x7f) * unit
  }
  let base: number | Buffer | undefined
  if (type === OFFSET_DELTA) {
    byte = next()
    base = byte & 0x7f
    while (byte & 0x80) {
      byte = next()
      base = (base + 1) * 128 + (byte & 0x7f)
    }
  } else if (type === REFERENCE_DELTA) {
    base = raw.subarray(at, at + idBytes)
    at += idBytes
  }
  if (!(size <= MAX_BYTES) || at >= raw.length) return undefined
  const most = deflatedAtMost(size)
  if (at + most > FIRST_READ) raw = bytesAt(pack, at + most, start)
  const bytes = inflateQuickly(raw.subarray(at), size)
  return bytes && { type, bytes: Uint8Array.from(bytes), ...(base !== undefined && { base }) }
}
