import type { ObjectId } from '../types.ts'
import { decodePath } from './decode-path.ts'

const NUL = 0
const NEWLINE = 0x0a
const COLON = 0x3a

/** One side of a change. Mode `000000` and an id of zeros where the path was not (or is not any more) there. */
interface RawSide {
  readonly mode: string
  readonly id: ObjectId
}

/** One record of `--raw`. */
export interface RawChange {
  /** A letter for each parent: `A` `C` `D` `M` `R` `T` `U` `X`; `MM`, `AM` … in the combined form of a merge. */
  readonly status: string
  /** Likeness in per cent, of renames and copies. */
  readonly score: number | undefined
  /** One for each parent; a single one except in the combined form. */
  readonly before: readonly RawSide[]
  readonly after: RawSide
  /** See decodePath for those that are no UTF-8. */
  readonly path: string
  /** Where a renamed or copied file came from. Not told in the combined form. */
  readonly oldPath: string | undefined
}

export interface RawDiffParser {
  /** Bytes as they come; cut anywhere. */
  push(chunk: Uint8Array): void
  /** Throws where the output was cut off in the middle of a record. */
  end(): void
}

/**
 * Reads what `git diff-index --raw -z`, `git diff-tree --raw -z` and `git log --raw -z --format=…` print. Give git
 * `--no-abbrev` (log abbreviates ids otherwise), and not `--combined-all-paths`. Whatever else stands between NULs (what
 * --format prints) goes to `onText`; such a field must not begin with a colon: let the format begin with %x01 or %H and
 * part its fields by %n, which no name, address or date holds.
 *
 *     :100644 100644 5f1c… 8a9b… M\0src/a.ts\0
 *     :100644 100644 5f1c… 8a9b… R087\0old.ts\0new.ts\0
 *     \x01<commit>\0\n:000000 100644 0000… 8a9b… A\0a\0          log: a line feed before the first record
 *     \x01<commit>\0\0::100644 100644 100644 5f1c… 60a1… 8a9b… MM\0a\0   log -c: an empty field, a colon for each parent
 */
export function createRawDiffParser(
  onChange: (change: RawChange) => void,
  onText: (text: string) => void = () => undefined,
): RawDiffParser {
  let rest: Buffer = Buffer.alloc(0)
  let header: Omit<RawChange, 'path' | 'oldPath'> | undefined
  let oldPath: string | undefined

  function field(bytes: Buffer): void {
    if (header === undefined) {
      const start = bytes[0] === NEWLINE ? 1 : 0
      if (bytes[start] === COLON) header = parseHeader(bytes.toString('latin1', start))
      else if (bytes.length > start) onText(bytes.toString('utf8', start))
      return
    }
    if (header.score !== undefined && header.before.length === 1 && oldPath === undefined) {
      oldPath = decodePath(bytes)
      return
    }
    const change: RawChange = { ...header, path: decodePath(bytes), oldPath }
    header = undefined
    oldPath = undefined
    onChange(change)
  }

  return {
    push(chunk) {
      const view = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
      const bytes = rest.length === 0 ? view : Buffer.concat([rest, view])
      let start = 0
      for (let end = bytes.indexOf(NUL); end !== -1; end = bytes.indexOf(NUL, start)) {
        field(bytes.subarray(start, end))
        start = end + 1
      }
      // A copy: the chunk belongs to whoever pushed it.
      rest = Buffer.from(bytes.subarray(start))
    },
    end() {
      if (header !== undefined) throw new Error('git ended in the middle of a raw diff record')
      // `--format=format:` ends without a NUL where the last commit changes nothing.
      if (rest.length > 0) field(rest)
    },
  }
}

/** All records of a whole output. */
export function parseRawDiff(bytes: Uint8Array): readonly RawChange[] {
  const changes: RawChange[] = []
  const parser = createRawDiffParser(change => changes.push(change))
  parser.push(bytes)
  parser.end()
  return changes
}

function parseHeader(text: string): Omit<RawChange, 'path' | 'oldPath'> {
  const parents = text.lastIndexOf(':') + 1
  const parts = text.slice(parents).split(' ')
  const last = parts[2 * parents + 2]
  if (last === undefined) throw new Error(`not a raw diff record: ${text}`)
  const before: RawSide[] = []
  for (let parent = 0; parent < parents; parent++) {
    before.push({ mode: parts[parent]!, id: parts[parents + 1 + parent]! })
  }
  const after = { mode: parts[parents]!, id: parts[2 * parents + 1]! }
  const digits = last.search(/\d/)
  if (digits === -1) return { status: last, score: undefined, before, after }
  return { status: last.slice(0, digits), score: Number(last.slice(digits)), before, after }
}
