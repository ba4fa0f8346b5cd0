/**
 * The library: the same scan that the command line runs, and its vocabulary. Nothing is printed, nothing is read but what is asked for.
 */
export { GitError } from './errors/git-error.ts'
export { UsageError } from './errors/usage-error.ts'
export { loadRules } from './ruleset/load.ts'
export type { ScanOptions } from './scan.ts'
export { type ScanTextOptions, scanText } from './scan-text.ts'
export type {
  Confidence,
  Counts,
  Excerpt,
  Finding,
  Mode,
  NotScanned,
  ObjectId,
  Place,
  Progress,
  ProviderRemedy,
  Remedy,
  RemedyKind,
  Report,
  Rule,
  RuleSet,
  ScanInfo,
  Secret,
  Severity,
  State,
  Verdict,
} from './types.ts'
export { scan } from './workers/scan.ts'
