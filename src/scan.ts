import { clock } from './clock.ts'
import { openSource } from './scan/open-source.ts'
import type { Confidence, Mode, Progress, Report, Team } from './types.ts'

export interface ScanOptions {
  readonly mode: Mode
  /** Where to start from: a folder in the work tree, or one that paths are relative to. */
  readonly directory: string
  /** Files and folders, in mode 'paths'. */
  readonly paths?: readonly string[]
  /** In mode 'paths': leave out what .gitignore leaves out. */
  readonly ignoreFiles?: boolean
  /** In mode 'stdin': the text, and the path to judge it by. */
  readonly text?: Uint8Array
  readonly name?: string
  /** In mode 'range': `A..B`. */
  readonly range?: string
  readonly since?: string
  readonly branch?: string
  readonly reachableOnly?: boolean
  readonly allPlaces?: boolean
  readonly onlyRules?: readonly string[]
  readonly configFile?: string
  /** Read no configuration at all. */
  readonly withoutConfig?: boolean
  readonly minConfidence?: Confidence
  /** How printed commands start keyscan; asked once something was found. Default: `keyscan`. */
  readonly program?: () => string
  /** Of a whole history: neither ask nor remember what earlier scans found clean. */
  readonly withoutCache?: boolean
  /** Told why a scan takes longer than it need. */
  readonly onNote?: (note: string) => void
  readonly onProgress?: (progress: Progress) => void
  /** Threads that share the work of a history, this one included. Default: one for each core, up to 8. */
  readonly threads?: number
}

export interface TeamScanOptions extends Omit<ScanOptions, 'threads'> {
  /** Threads besides this one; they are given `setup` to begin with. Default: none. */
  readonly hireTeam?: (setup: unknown) => Team | undefined
}

/**
 * Scans what `options.mode` names and reports every secret once, with all its places. Nothing is printed. Throws UsageError for what
 * cannot be done as asked, GitError where git cannot answer; what could not be looked at is in `notScanned`.
 */
export async function scan(options: TeamScanOptions): Promise<Report> {
  const started = clock()
  const opened = await openSource(options)
  try {
    // Loaded when it is clear that there is something to scan.
    const { lookThrough } = await import('./scan/look-through.ts')
    return await lookThrough(options, opened, started)
  } finally {
    await opened.source.close()
  }
}
