import type { Confidence, Rule, Severity } from '../types.ts'

/** Bounds on what is looked at. Meeting one is said in the report, never silence. */
export interface Limits {
  /** Bytes of a file or object. */
  readonly blobBytes: number
  /** Folders of the work tree that are searched for ignored `.env` files. */
  readonly valueFolders: number
  /** Bytes of an ignored `.env` file whose values are looked for. */
  readonly valueFileBytes: number
}

export interface Config {
  readonly rules: readonly Rule[]
  readonly disabledRules: readonly string[]
  /** Globs of paths that are left out. */
  readonly exclude: readonly string[]
  readonly minSeverity: Severity
  readonly minConfidence: Confidence
  readonly limits: Limits
  /** The file it was read from; undefined where these are the defaults. */
  readonly source: string | undefined
}

const MIB = 1024 * 1024

export const DEFAULT_CONFIG: Config = {
  rules: [],
  disabledRules: [],
  exclude: [],
  minSeverity: 'low',
  // What lies below is a guess: counted, so that nobody believes it was not seen.
  minConfidence: 'medium',
  limits: {
    // Larger than any file that a host of repositories takes without Git LFS (100 MB), small enough for the memory of a CI machine.
    blobBytes: 256 * MIB,
    // A large monorepo without its dependencies; searching them takes less than git needs to compare its index.
    valueFolders: 20_000,
    // Nobody writes a longer one by hand.
    valueFileBytes: MIB,
  },
  source: undefined,
}
