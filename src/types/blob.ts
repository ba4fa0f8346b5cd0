/** Lower-case hex, 40 (SHA-1) or 64 (SHA-256) characters. */
export type ObjectId = string

export type BlobKind = 'blob' | 'commit' | 'tag' | 'tree' | 'file' | 'stdin' | 'name'

/** Something to look into. `bytes` is only valid during the call it is handed to: copy what must outlive it. */
export interface Blob {
  readonly kind: BlobKind
  readonly bytes: Uint8Array
  /** Absent for files on disk and text from a pipe. */
  readonly id?: ObjectId
  /** Forward slashes, relative to the repository's root (or to the folder asked for). Absent where not known (yet). */
  readonly path?: string
  /** What it is judged by where that is not its path: of a folder outside the repository, what lies above it tells nothing of the files. */
  readonly within?: string
}

/** Something that was asked for and could not be looked at. */
export interface NotScanned {
  /** A path, an object id, a range: printable. */
  readonly what: string
  readonly why: string
}
