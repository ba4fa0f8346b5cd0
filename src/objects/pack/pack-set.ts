import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs'
import { type PackIndex, parsePackIndex } from './pack-index.ts'

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

export interface BrokenPack {
  /** Path of the `.pack`. */
  readonly file: string
  readonly why: string
}

export interface PackSet {
  readonly packs: readonly OpenPack[]
  /** Packs that only git may know how to read: paths of their indexes. */
  readonly unknown: readonly string[]
  /** Packs that are not what their index says. Git does not open them either. */
  readonly broken: readonly BrokenPack[]
  close(): void
}

/** Descriptors that are left to the rest of the program; a repository with more packs than this is read by git. */
const MAX_PACKS = 512

/** Opens the packs of these indexes (`…/pack-….idx`). */
export function openPackSet(indexFiles: readonly string[], idBytes: number): PackSet {
  const packs: OpenPack[] = []
  const unknown: string[] = []
  const broken: BrokenPack[] = []
  for (const file of indexFiles) {
    if (packs.length === MAX_PACKS) {
      unknown.push(file)
      continue
    }
    try {
      packs.push(openPack(file, idBytes))
    } catch (cause) {
      if (cause instanceof BrokenPackError) broken.push({ file: cause.file, why: cause.message })
      else if (cause instanceof Error) unknown.push(file)
      else throw cause
    }
  }
  // Not of the packs: as long as they can be closed their indexes would be held.
  const descriptors = packs.map(({ descriptor }) => descriptor)
  return {
    packs,
    unknown,
    broken,
    close() {
      for (const descriptor of descriptors) closeSync(descriptor)
    },
  }
}

function openPack(indexFile: string, idBytes: number): OpenPack {
  const index = parsePackIndex(readFileSync(indexFile), idBytes)
  const file = indexFile.replace(/idx$/, 'pack')
  const descriptor = openSync(file, 'r')
  try {
    return { file, descriptor, end: checkPack(file, descriptor, index), index }
  } catch (cause) {
    closeSync(descriptor)
    throw cause
  }
}

class BrokenPackError extends Error {
  override readonly name = 'BrokenPackError'
  readonly file: string

  constructor(file: string, why: string) {
    super(why)
    this.file = file
  }
}

/** That it is a pack, and the one that the index was made for: git looks at the same. */
function checkPack(file: string, descriptor: number, { count, idBytes, packChecksum, offsets }: PackIndex): number {
  const broken = (why: string): Error => new BrokenPackError(file, why)
  const { size } = fstatSync(descriptor)
  const end = size - idBytes
  if (end < HEADER_BYTES) throw broken('too short for a pack')
  const header = Buffer.alloc(HEADER_BYTES)
  readSync(descriptor, header, 0, HEADER_BYTES, 0)
  const version = header.readUInt32BE(4)
  if (header.readUInt32BE(0) !== SIGNATURE) throw broken('it is no pack')
  if (version < 2 || version > 3) throw broken(`it is a pack of version ${version}`)
  if (header.readUInt32BE(8) !== count) throw broken('it holds another number of objects than its index says')
  const checksum = Buffer.alloc(idBytes)
  readSync(descriptor, checksum, 0, idBytes, end)
  if (!checksum.equals(packChecksum)) throw broken('its index was made for another pack, or it is cut off')
  for (let i = 0; i < offsets.length; i++) {
    if (offsets[i]! < HEADER_BYTES || offsets[i]! >= end) throw broken('its index points beyond it')
  }
  return end
}
