import { type ScanOptions, scan as scanWith } from '../scan.ts'
import type { Report } from '../types.ts'
import { hireTeam } from './hire-team.ts'
import { usualThreads } from './usual-threads.ts'

/**
 * Scans what `options.mode` names and reports every secret once, with all its places. Nothing is printed. Throws UsageError for what
 * cannot be done as asked, GitError where git cannot answer; what could not be looked at is in `notScanned`.
 */
export function scan(options: ScanOptions): Promise<Report> {
  const { threads = usualThreads(), ...rest } = options
  return scanWith({ ...rest, hireTeam: setup => hireTeam(threads - 1, setup) })
}
