import type { DecodeMark, NotScanned } from '../../types.ts'

/** What an encoding held. */
export interface Decoded {
  /** For a person: `base64`, `zip`. */
  readonly encoding: string
  readonly bytes: Uint8Array
  /**
   * Where bytes of it stand in what it was decoded from. Absent for what has lines of its own: a file of an archive, a text in UTF-16. There
   * positions are those of `bytes`.
   */
  readonly outer?: (start: number, end: number) => readonly [start: number, end: number]
  /** The file's path in the archive. */
  readonly inside?: string
  /** What a person would call it: the key of a Kubernetes Secret. Rules for certain paths go by it. */
  readonly name?: string
  /** Every rule has a say, those as well that go by names: it is a text that somebody wrote. Else only rules that say by themselves what a secret is. */
  readonly isText: boolean
  /** The first or last byte is not where the encoded text begins or ends: what stands there may be cut. */
  readonly isCut?: boolean
}

/** Bytes of a text, from the first to behind the last; either may lie beyond it. */
export type Span = readonly [start: number, end: number]

/** A mark that the kernel found. */
export interface MarkHit {
  readonly mark: DecodeMark
  readonly position: number
}

/** What is decoded, and what may still be spent on it. */
export interface Encoded {
  readonly bytes: Uint8Array
  /** Of the file, where known: what `a.sql.gz` holds is `a.sql`. */
  readonly path: string | undefined
  /** A blob or a file of an archive. What was decoded of a text may only look like an archive, or be cut off in a documentation: then nobody misses it. */
  readonly isFile: boolean
  readonly budget: Budget
}

/** Spent by everything that is decoded of one blob, however deep. */
export interface Budget {
  /** Bytes that may still be decoded. */
  bytes: number
  entries: number
  texts: number
  /** `what`: the path in the archive, '' for the blob itself. */
  readonly unread: NotScanned[]
}
