import type { ObjectId } from './blob.ts'
import type { Verdict } from './judge.ts'
import type { Confidence, Severity } from './levels.ts'
import type { Remedy } from './remedy.ts'
import type { Secret } from './secret.ts'

export const STATES = ['index', 'head', 'unpushed', 'pushed', 'dangling', 'file'] as const
export type State = (typeof STATES)[number]

/** Where a secret stands. Lines and columns count from 1, columns in UTF-16 code units. */
export interface Place {
  /** Absent for a dangling blob and for text that is no file (a commit message: see `in`). */
  readonly path?: string
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
  /** What was read, when it is not a file's content. */
  readonly in?:
    | 'commit message'
    | 'commit author'
    | 'tag message'
    | 'file name'
    | 'ref name'
    | 'note'
    | 'standard input'
  /** Path of the file in the archive that `path` is: `x/app.properties`. Line and column are of that file. */
  readonly inside?: string
  /** How it is encoded there, outermost first: `['gzip', 'base64']`. Line and column are of the encoded text. Absent where it stands in plain. */
  readonly encoding?: readonly string[]
  readonly blob?: ObjectId
  readonly commit?: ObjectId
  readonly author?: string
  readonly email?: string
  /** ISO 8601 with offset, of the author. */
  readonly date?: string
  /** Those that hold it, branches first; at most a hundred. */
  readonly refs?: readonly string[]
  /** How many hold it, where `refs` does not list them all. */
  readonly refCount?: number
  readonly inHead?: boolean
  /** Where it is lower than that of the finding, which is that of its surest place. */
  readonly confidence?: Confidence
  /** Redacted line with the secret replaced by its redacted form, and where that stands in it. */
  readonly excerpt?: Excerpt
}

/** A line that is fit to print: every secret on it redacted, control characters replaced, cut to a bounded width. */
export interface Excerpt {
  readonly text: string
  /** Of the marked secret, UTF-16 code units into `text`. */
  readonly start: number
  readonly end: number
}

export interface Finding {
  readonly fingerprint: string
  readonly ruleId: string
  readonly provider: string
  readonly title: string
  readonly severity: Severity
  readonly confidence: Confidence
  readonly verdict: Verdict
  /** Why it fired, for a person. */
  readonly reasons: readonly string[]
  /** Absent where the file itself is the finding (a tracked `.env`). */
  readonly secret?: Secret
  /** Non-secret parts: account id, user, host, the variable's name. */
  readonly parts: Readonly<Record<string, string>>
  readonly places: readonly Place[]
  /** How many versions (blobs) hold it. */
  readonly versions: number
  readonly state: State
  readonly remediation: readonly Remedy[]
}
