import type { NotScanned, ObjectId } from './blob.ts'
import type { Finding } from './finding.ts'

export const MODES = ['staged', 'paths', 'stdin', 'history', 'range'] as const
export type Mode = (typeof MODES)[number]

export interface Counts {
  /** Blobs, files or objects looked into. */
  readonly blobs: number
  readonly bytes: number
  readonly commits: number
  /** Findings under the confidence asked for: counted, not listed. */
  readonly belowConfidence: number
  /** Findings let through by an inline comment. */
  readonly allowed: number
}

export interface ScanInfo {
  readonly mode: Mode
  /** Root of the repository as given by git, forward slashes; null outside one. */
  readonly repository: string | null
  /** Commit id of HEAD; null where there is none. */
  readonly head: ObjectId | null
  /** Refs whose objects were asked for. */
  readonly refs: readonly string[]
  /** Repositories of their own within this one: not entered. Absent where there are none. */
  readonly submodules?: readonly string[]
  readonly counts: Counts
  readonly elapsedMs: number
  /** False where anything is in `notScanned`. */
  readonly complete: boolean
}

export interface Report {
  /** Of the report format; the schema ships under this number. */
  readonly version: 1
  readonly tool: { readonly name: 'keyscan'; readonly version: string; readonly rules: string }
  readonly scan: ScanInfo
  readonly findings: readonly Finding[]
  readonly notScanned: readonly NotScanned[]
}

/** Called now and then; cheap to ignore. */
export interface Progress {
  readonly phase: string
  readonly done: number
  /** 0: not known (yet). */
  readonly total: number
  readonly bytes: number
  readonly findings: number
}
