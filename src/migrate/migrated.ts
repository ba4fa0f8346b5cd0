/** A rule in the format of `.keyscan.toml`. */
export interface MigratedRule {
  readonly id: string
  readonly title: string
  readonly anchors: readonly string[]
  readonly ignoreCase: boolean
  readonly pattern: string
  readonly minEntropy: number
  readonly paths: readonly string[]
  readonly exceptPaths: readonly string[]
}

/** What of another tool's settings can be said in ours, and what not. */
export interface Migrated {
  readonly rules: readonly MigratedRule[]
  readonly exclude: readonly string[]
  readonly disable: readonly string[]
  /** Carried over, but not to the letter. */
  readonly notes: readonly string[]
  /** Not carried over, and why. */
  readonly left: readonly string[]
}
