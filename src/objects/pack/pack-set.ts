import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { type PackIndex, parsePackIndex, readWhole } from './pack-index.ts'

const HEADER_BYTES = 12
const SIGNATURE = 0x5041434b

export interface OpenPack {
  /** Path of the `.pack`. */
  readonly file: string
  /** Stays open: a repack may delete the file, what it held can be read all the same. Good in every thread. */
  readonly descriptor: number
  /** Where the last entry ends: the pack's size less its checksum. */
  readonly end: number
  readonly index: PackIndex
}

export interface PackSet {
  readonly packs: readonly OpenPack[]
  /** Packs that only git may know how to read: `.idx` paths and why. */
  readonly unknown: readonly { readonly file: string; readonly why: string }[]
  close(): void
}

/** Descriptors that are left to the rest of the program; a repository with more packs than this is read by git. */
const MAX_PACKS = 512

/** Opens the packs of these indexes (`…/pack-….idx`). */
export function openPackSet(indexFiles: readonly string[], idBytes: number): PackSet {
  const packs: OpenPack[] = []
  const unknown: { file: string; why: string }[] = []
  for (const file of indexFiles) {
    if (packs.length === MAX_PACKS) {
      unknown.push({ file, why: `more than ${MAX_PACKS} packs` })
      continue
    }
    try {
      packs.push(openPack(file, idBytes))
    } catch (cause) {
      if (!(cause instanceof Error)) throw cause
      unknown.push({ file, why: cause.message })
    }
  }
  return {
    packs,
    unknown,
    close() {
      for (const { descriptor } of packs) closeSync(descriptor)
    },
  }
}

function openPack(indexFile: string, idBytes: number): OpenPack {
  const index = parsePackIndex(readWhole(indexFile), idBytes)
  const file = indexFile.replace(/idx$/, 'pack')
  const descriptor = openSync(file, 'r')
  try {
    return { file, descriptor, end: checkPack(descriptor, index), index }
  } catch (cause) {
    closeSync(descriptor)
    throw cause
  }
}

/** That it is a pack, and the one that the index was made for. */
function checkPack(descriptor: number, { count, idBytes, packChecksum, offsets }: PackIndex): number {
  const { size } = fstatSync(descriptor)
  const end = size - idBytes
  if (end < HEADER_BYTES) throw new Error('pack too short')
  const header = Buffer.alloc(HEADER_BYTES)
  readSync(descriptor, header, 0, HEADER_BYTES, 0)
  const version = header.readUInt32BE(4)
  if (header.readUInt32BE(0) !== SIGNATURE || version < 2 || version > 3)
    throw new Error('not a pack of version 2 or 3')
  if (header.readUInt32BE(8) !== count) throw new Error('the pack holds another number of objects than its index')
  const checksum = Buffer.alloc(idBytes)
  readSync(descriptor, checksum, 0, idBytes, end)
  if (!checksum.equals(packChecksum)) throw new Error('the index was made for another pack')
  if (offsets.some(offset => offset < HEADER_BYTES || offset >= end))
    throw new Error('the index points beyond the pack')
  return end
}
