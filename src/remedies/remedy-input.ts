import type { Mode, ObjectId, Place, Rule, State } from '../types.ts'

/** What the steps depend on. Facts that are not known are left out; the steps then are those that are right either way. */
export interface RemedyInput {
  readonly rule: Rule
  /** Of the variable, or the key in a `.env`, that holds the value. */
  readonly name?: string
  readonly places: readonly Place[]
  readonly state: State
  readonly mode: Mode
  /** Of the repository; null before the first commit, in which other commands are needed. */
  readonly headCommit?: ObjectId | null
  /** False where the commit that brought the secret in is a root commit. */
  readonly hasParentCommit?: boolean
  /** What is known of an address besides its password: `scheme`, `user`, `host`. */
  readonly parts?: Readonly<Record<string, string>>
  /** How keyscan is started where this report is read; default: `keyscan`. */
  readonly program?: string
  /** Does the current branch have an upstream? */
  readonly hasUpstream?: boolean
  /** The person stands in a folder beneath the repository's root: paths in commands then start from the root. */
  readonly inSubfolder?: boolean
}
