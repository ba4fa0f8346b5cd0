import type { NotScanned, ObjectId } from '../types.ts'
import type { GitObject, ObjectType } from './object-store.ts'
import { tooLarge } from './too-large.ts'

const NEWLINE = 0x0a
/** Memory that is kept for the next object; what a larger one needed is given back after it. */
const KEPT_BYTES = 4 * 1024 * 1024
/** `<64 hex> commit <20 digits>` and room for words of git: a line that goes on longer is no header. */
const MAX_HEADER_BYTES = 4096

export interface BatchVisitor {
  visit(object: GitObject): void
  /** Too large: skipped as it streamed by. */
  problem(problem: NotScanned): void
  /** Asked for, and not there or not readable: git says no more than `<id> missing`. */
  missing(id: ObjectId): void
  /** After each of the three: this one is dealt with. */
  done(id: ObjectId): void
}

export interface BatchOutput {
  /** Bytes as they come; cut anywhere. They may be used again afterwards. */
  push(chunk: Buffer): void
  /** Bytes of an object that never ended: git died. */
  readonly cutOff: boolean
}

/**
 * Reads what `git cat-file --batch` prints. An object that lies whole in the chunk is handed on where it lies; one that
 * does not is put together in memory that is used again and again.
 *
 *     8a9bb7… blob 5\nhello\n
 *     0000… missing\n
 */
export function createBatchOutput(visitor: BatchVisitor, maxObjectBytes: number): BatchOutput {
  let memory = Buffer.allocUnsafe(KEPT_BYTES)
  let header = ''
  let id: ObjectId = ''
  let type: ObjectType = 'blob'
  /** Of the object; -1 while a header is awaited. */
  let size = -1
  /** Bytes of it seen so far; one more than `size` with the line feed behind it. */
  let seen = 0
  let skipped = false

  function begin(line: string): void {
    const [name = '', word = '', digits] = line.split(' ')
    if (word === 'missing' && digits === undefined) {
      visitor.missing(name)
      visitor.done(name)
      return
    }
    if (digits === undefined || !isObjectType(word))
      throw new Error(`git cat-file said what keyscan does not know: ${line}`)
    id = name
    type = word
    size = Number(digits)
    seen = 0
    skipped = size > maxObjectBytes
    if (!skipped && size > memory.length)
      memory = Buffer.allocUnsafe(Math.min(Math.max(size, 2 * memory.length), maxObjectBytes))
  }

  function finish(bytes: Uint8Array): void {
    const ended = id
    const length = size
    size = -1
    if (skipped) visitor.problem({ what: ended, why: tooLarge(length, maxObjectBytes) })
    else visitor.visit({ id: ended, type, bytes })
    if (memory.length > KEPT_BYTES) memory = Buffer.allocUnsafe(KEPT_BYTES)
    visitor.done(ended)
  }

  function push(chunk: Buffer): void {
    let at = 0
    while (at < chunk.length) {
      if (size === -1) {
        const end = chunk.indexOf(NEWLINE, at)
        header += chunk.toString('latin1', at, end === -1 ? chunk.length : end)
        if (end === -1) {
          if (header.length > MAX_HEADER_BYTES) throw new Error('git cat-file printed no header')
          return
        }
        at = end + 1
        const line = header
        header = ''
        begin(line)
      } else if (seen === 0 && chunk.length - at > size) {
        const start = at
        at += size + 1
        finish(skipped ? memory : chunk.subarray(start, start + size))
      } else {
        const count = Math.min(size + 1 - seen, chunk.length - at)
        // The line feed behind the object does not fit, and need not.
        if (!skipped) chunk.copy(memory, seen, at, at + Math.min(count, size - seen))
        seen += count
        at += count
        if (seen > size) finish(memory.subarray(0, size))
      }
    }
  }

  return {
    push,
    get cutOff() {
      return size !== -1 || header !== ''
    },
  }
}

function isObjectType(word: string): word is ObjectType {
  return word === 'blob' || word === 'tree' || word === 'commit' || word === 'tag'
}
