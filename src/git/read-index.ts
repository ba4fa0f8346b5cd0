import type { ObjectId } from '../types.ts'

/** What git's index says of one folder: that its entries are those of this tree. Folders that were changed since are in nobody's `children`, or without `id`. */
export interface KnownTree {
  readonly id: ObjectId | undefined
  /** Entries of the index that lie in it, those of its folders too. */
  readonly count: number
  /** By name; a byte is a character. */
  readonly children: ReadonlyMap<string, KnownTree>
}

/** The entries of an index, in order of the bytes of their paths. */
export interface GitIndex {
  readonly count: number
  /** A byte is a character. */
  path(entry: number): string
  mode(entry: number): number
  id(entry: number): ObjectId
  /** The root, where git knows trees of the index. */
  readonly tree: KnownTree | undefined
}

const SIGNATURE = 0x44495243 // DIRC
const HEADER_BYTES = 12
/** Times, device, inode, owner and size of the file in the work tree stand before the mode and behind it. */
const MODE_AT = 24
const ID_AT = 40
const FLAGS_BYTES = 2
const EXTENDED = 0x4000
const STAGE = 0x3000
/** Only the lower bits of a length: longer names end with their NUL. */
const NAME_LENGTH = 0x0fff
/** Of the second flags: `git add --intent-to-add`. */
const INTENT_TO_ADD = 0x2000
/** An extension that begins with a capital may be passed over. */
const CAPITALS = /^[A-Z]/

/**
 * Reads the file `index` of version 2 to 4. undefined: it is none, it is cut off, or holds what git alone should explain: paths in conflict, entries that
 * are only intended, an index split over two files, folders in place of their files.
 * https://git-scm.com/docs/index-format
 */
export function readIndex(bytes: Buffer, idBytes: number): GitIndex | undefined {
  if (bytes.length < HEADER_BYTES + idBytes || bytes.readUInt32BE(0) !== SIGNATURE) return undefined
  const version = bytes.readUInt32BE(4)
  if (version < 2 || version > 4) return undefined
  const count = bytes.readUInt32BE(8)
  const end = bytes.length - idBytes
  const flagsAt = ID_AT + idBytes
  const starts: number[] = []
  /** Where the name of each entry begins; in version 4 what is left of it behind what it has in common with the one before. */
  const names: string[] = []
  let at = HEADER_BYTES
  for (let entry = 0; entry < count; entry++) {
    if (at + flagsAt + FLAGS_BYTES > end) return undefined
    const flags = bytes.readUInt16BE(at + flagsAt)
    const extended = (flags & EXTENDED) !== 0
    if ((flags & STAGE) !== 0 || (extended && (bytes.readUInt16BE(at + flagsAt + FLAGS_BYTES) & INTENT_TO_ADD) !== 0)) {
      return undefined
    }
    starts.push(at)
    const nameAt = at + flagsAt + FLAGS_BYTES * (extended ? 2 : 1)
    if (version === 4) {
      const shared = readOffset(bytes, nameAt)
      const nameEnd = bytes.indexOf(0, shared.end)
      const before = names.at(-1) ?? ''
      if (nameEnd < 0 || shared.value > before.length) return undefined
      names.push(before.slice(0, before.length - shared.value) + bytes.toString('latin1', shared.end, nameEnd))
      at = nameEnd + 1
    } else {
      const length = flags & NAME_LENGTH
      const nameEnd = length < NAME_LENGTH ? nameAt + length : bytes.indexOf(0, nameAt + length)
      if (nameEnd < 0) return undefined
      // One to eight NULs, so that the next entry begins at a multiple of eight.
      at += (nameEnd - at + 8) & ~7
    }
  }
  const nameOf = (start: number): string => {
    const flags = bytes.readUInt16BE(start + flagsAt)
    const nameAt = start + flagsAt + FLAGS_BYTES * ((flags & EXTENDED) !== 0 ? 2 : 1)
    const length = flags & NAME_LENGTH
    return bytes.toString('latin1', nameAt, length < NAME_LENGTH ? nameAt + length : bytes.indexOf(0, nameAt + length))
  }
  const extensions = readExtensions(bytes, at, end, idBytes)
  return (
    extensions && {
      count,
      path: entry => names[entry] ?? nameOf(starts[entry]!),
      mode: entry => bytes.readUInt32BE(starts[entry]! + MODE_AT),
      id: entry => bytes.toString('hex', starts[entry]! + ID_AT, starts[entry]! + flagsAt),
      tree: extensions.tree,
    }
  )
}

/** As of an OFS_DELTA: seven bits a byte, the highest first, each byte but the last plus one. */
function readOffset(bytes: Buffer, start: number): { readonly value: number; readonly end: number } {
  let at = start
  let byte = bytes[at++]!
  let value = byte & 0x7f
  while ((byte & 0x80) !== 0 && at < bytes.length) {
    byte = bytes[at++]!
    value = (value + 1) * 128 + (byte & 0x7f)
  }
  return { value, end: at }
}

function readExtensions(
  bytes: Buffer,
  start: number,
  end: number,
  idBytes: number,
): { readonly tree: KnownTree | undefined } | undefined {
  let tree: KnownTree | undefined
  for (let at = start; at < end; ) {
    if (at + 8 > end) return undefined
    const signature = bytes.toString('latin1', at, at + 4)
    const next = at + 8 + bytes.readUInt32BE(at + 4)
    if (next > end || !CAPITALS.test(signature)) return undefined
    if (signature === 'TREE') tree = readTrees(bytes.subarray(at + 8, next), idBytes)
    at = next
  }
  return start > end ? undefined : { tree }
}

const NEWLINE = 0x0a
/** A path has at most 4096 bytes, a folder takes two of them. */
const MAX_DEPTH = 2048

/** `name\0entries folders\n` and, unless entries is -1, an id; then those of its folders. */
function readTrees(bytes: Buffer, idBytes: number): KnownTree | undefined {
  let at = 0
  const readOne = (depth: number): { readonly name: string; readonly tree: KnownTree } | undefined => {
    const nameEnd = bytes.indexOf(0, at)
    const lineEnd = nameEnd < 0 ? -1 : bytes.indexOf(NEWLINE, nameEnd)
    if (lineEnd < 0) return undefined
    const name = bytes.toString('latin1', at, nameEnd)
    const [count, folders] = bytes
      .toString('latin1', nameEnd + 1, lineEnd)
      .split(' ')
      .map(Number) as [number, number]
    at = lineEnd + 1
    const id = count < 0 ? undefined : bytes.toString('hex', at, at + idBytes)
    if (id !== undefined) at += idBytes
    const children = new Map<string, KnownTree>()
    for (let folder = 0; folder < folders; folder++) {
      const child = depth < MAX_DEPTH ? readOne(depth + 1) : undefined
      if (!child) return undefined
      children.set(child.name, child.tree)
    }
    return at > bytes.length ? undefined : { name, tree: { id, count, children } }
  }
  return readOne(0)?.tree
}
