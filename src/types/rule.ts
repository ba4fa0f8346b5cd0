import type { Confidence, Severity } from './levels.ts'
import type { ProviderRemedy } from './remedy.ts'

/** Names of the offline checks of `src/judges/checksum/`. */
export type ChecksumName = string

/**
 * A rule as the scanner uses it: compiled, checked, plain data. `pattern` runs over bytes read as latin1
 * (one character a byte), so offsets in a match are byte offsets.
 */
export interface Rule {
  readonly id: string
  readonly title: string
  readonly provider: string
  readonly providerName: string
  readonly severity: Severity
  /** What a match is worth before any judge has spoken. */
  readonly confidence: Confidence
  /** Higher wins where two rules match the same text: 0–100. Vendor formats 60, with context 40, generic 10. */
  readonly specificity: number
  /** Literals of which each match contains at least one. Empty only for file rules. */
  readonly anchors: readonly string[]
  /** Anchors match whatever their ASCII case. */
  readonly ignoreCase: boolean
  /** Source of the regular expression, already lowered; group `secret` is what leaks, other groups are parts. */
  readonly pattern: string
  readonly flags: string
  /** Each match begins with an anchor: the pattern need be tried there and nowhere else. */
  readonly anchored: boolean
  /** Greatest number of bytes that the pattern looks at before an anchor's start and after its end. */
  readonly before: number
  readonly after: number
  /** Of those before an anchor, how many at most belong to the match itself. */
  readonly lead: number
  /** Words of which one must stand within `reach` bytes of the match (any case); empty: none needed. */
  readonly context: readonly string[]
  readonly reach: number
  /** A match at least this many bits of Shannon entropy a character, else it is dropped. 0: not asked. */
  readonly minEntropy: number
  readonly checksum?: ChecksumName
  /** The environment variable that the provider's SDK reads. */
  readonly env?: string
  /** Globs (picomatch) of paths. On a rule with a pattern: where it applies. Without one: the file itself is the finding. */
  readonly paths: readonly string[]
  /** Globs of paths where the rule does not apply. */
  readonly exceptPaths: readonly string[]
  /** Sources of regular expressions that say the same as `paths` and `exceptPaths`, made when keyscan was built. */
  readonly pathPattern?: string
  readonly exceptPathPattern?: string
  /** What a match is turned into findings by; 'pattern' for nearly all. */
  readonly kind: 'pattern' | 'whole-file' | 'file' | 'dotenv' | 'known-value' | 'shipment'
  /** The generic rules are judged by name, value and surroundings too. */
  readonly generic: boolean
  /** Group `secret` is the heading of a column, or the name of a list: what stands in it are the secrets. */
  readonly rows?: true
  /** Id of the rule whose match within `pairReach` bytes is the other half. */
  readonly pairWith?: string
  readonly pairReach: number
  readonly remedy: ProviderRemedy
  readonly source: string
}
