import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { constants, inflateSync } from 'node:zlib'
import type { ObjectId } from '../types.ts'
import { deflatedAtMost, MAX_DEFLATE_RATIO } from './deflate-bounds.ts'
import { inflateQuickly } from './inflate-quickly.ts'
import type { GitObject, ObjectType } from './object-store.ts'
import { tooLarge } from './too-large.ts'
import { UnreadableObjectError } from './unreadable-object-error.ts'

/** Git's own bound (MAX_HEADER_LEN in its object-file.c). */
const MAX_HEADER_BYTES = 32
/** What is inflated to see the header alone: deflate's own overhead in front of 32 bytes is far less. */
const HEADER_INPUT_BYTES = 256
/** Shorter files are read without asking for their size, into memory that is used again. */
const SHORT_BYTES = 64 * 1024

let short: Buffer | undefined

/**
 * Reads a loose object straight from the file system, without a git process. undefined where none of the folders has it
 * loose (it may be in a pack). Throws UnreadableObjectError where it is corrupt, or larger than `maxBytes`; of a corrupt
 * one a pack may still hold a good copy. That the content has the hash of its name git does not check on reading, and neither is it checked here.
 */
export function readLooseObject(objectDirs: readonly string[], id: ObjectId, maxBytes: number): GitObject | undefined {
  for (const folder of objectDirs) {
    // Every system takes forward slashes; joining properly costs as much as opening the file.
    const deflated = readBounded(`${folder}/${id.slice(0, 2)}/${id.slice(2)}`, id, maxBytes)
    if (deflated !== undefined) return inflated(deflated, id, maxBytes)
  }
  return undefined
}

/** The file's bytes, valid until the next call; of one too long for any object of `maxBytes` only the start, which tells its size. */
function readBounded(file: string, id: ObjectId, maxBytes: number): Uint8Array | undefined {
  let descriptor: number | undefined
  try {
    descriptor = openSync(file, 'r')
    short ??= Buffer.allocUnsafeSlow(SHORT_BYTES)
    const count = readSync(descriptor, short, 0, SHORT_BYTES, 0)
    if (count < SHORT_BYTES) return short.subarray(0, count)
    const { size } = fstatSync(descriptor)
    const most = deflatedAtMost(maxBytes + MAX_HEADER_BYTES)
    const bytes = Buffer.allocUnsafe(size > most ? HEADER_INPUT_BYTES : size)
    let read = 0
    while (read < bytes.length) {
      const count = readSync(descriptor, bytes, read, bytes.length - read, read)
      if (count === 0) break
      read += count
    }
    return bytes.subarray(0, read)
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
    throw new UnreadableObjectError(id, `cannot be read (${code})`, { cause })
  } finally {
    if (descriptor !== undefined) closeSync(descriptor)
  }
}

function inflated(deflated: Uint8Array, id: ObjectId, maxBytes: number): GitObject {
  const whole = inflateQuickly(deflated) ?? inflateWhole(deflated, id, maxBytes)
  const { type, size, length } = headerOf(whole, id)
  if (size > maxBytes) throw new UnreadableObjectError(id, tooLarge(size, maxBytes))
  if (whole.length !== length + size) throw corrupt(id, `${size} bytes promised, ${whole.length - length} found`)
  return { id, type, bytes: whole.subarray(length) }
}

function inflateWhole(deflated: Uint8Array, id: ObjectId, maxBytes: number): Uint8Array {
  const { size, length } = headerOf(startOf(deflated, id), id)
  if (size > maxBytes) throw new UnreadableObjectError(id, tooLarge(size, maxBytes))
  if (size > deflated.length * MAX_DEFLATE_RATIO)
    throw corrupt(id, `${size} bytes promised, in ${deflated.length} deflated`)
  try {
    return inflateSync(deflated, {
      // A bomb stops here.
      maxOutputLength: length + size,
      // In one piece: put together from pieces, it would be in memory twice. A byte more, or another piece is begun at its end.
      chunkSize: Math.max(length + size + 1, constants.Z_MIN_CHUNK),
    })
  } catch (cause) {
    throw corrupt(id, cause)
  }
}

/** What the first bytes inflate to; they may end anywhere. */
function startOf(deflated: Uint8Array, id: ObjectId): Buffer {
  try {
    return inflateSync(deflated.subarray(0, HEADER_INPUT_BYTES), { finishFlush: constants.Z_SYNC_FLUSH })
  } catch (cause) {
    throw corrupt(id, cause)
  }
}

interface Header {
  readonly type: ObjectType
  readonly size: number
  /** Of the header itself. */
  readonly length: number
}

/** `blob 1234\0` */
function headerOf(bytes: Uint8Array, id: ObjectId): Header {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, MAX_HEADER_BYTES)).toString('latin1')
  const header = /^(blob|tree|commit|tag) (\d{1,15})\0/.exec(start)
  if (header === null) throw corrupt(id, 'no header')
  return { type: header[1] as ObjectType, size: Number(header[2]), length: header[0].length }
}

function corrupt(id: ObjectId, why: unknown): UnreadableObjectError {
  const words = why instanceof Error ? why.message : String(why)
  return new UnreadableObjectError(id, `corrupt loose object: ${words}`, { cause: why })
}
