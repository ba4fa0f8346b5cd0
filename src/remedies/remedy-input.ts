import type { IgnoreFact } from '../git/ignore-facts.ts'
import type { Mode, ObjectId, Place, Rule, State } from '../types.ts'

/** What takes a file of the work tree along. */
export interface Shipment {
  /** `copy`: a line of a Dockerfile that names it; `context`: one that takes a whole folder; `package`: npm; `files`: npm, by its list of files. */
  readonly by: 'copy' | 'context' | 'package' | 'files'
  /** The Dockerfile or package.json, from the root. */
  readonly file: string
  readonly line?: number
  /** The file that is taken along, from the folder of the other. */
  readonly path: string
  /** Where a line keeps it out. */
  readonly ignoreFile: string
}

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
  /** Of files that do not belong into git: what its .gitignore files say of them. */
  readonly ignoring?: ReadonlyMap<string, IgnoreFact>
  /** Where the files go besides the repository. */
  readonly shipments?: readonly Shipment[]
}
