import type { Config } from './config/config.ts'
import { createDetector } from './detect/create-detector.ts'
import type { Repository } from './git/find-repository.ts'
import { loadRules } from './ruleset/load.ts'
import { directScan, type ScanParts, type ScanResult } from './scan/direct-scan.ts'
import { createExaminer } from './scan/examine.ts'
import { extraMatches } from './scan/extra-matches.ts'
import { type Opened, openSource } from './scan/open-source.ts'
import { createPathRules } from './scan/path-rules.ts'
import { reportOf } from './scan/report-of.ts'
import { rulesInForce } from './scan/rules-in-force.ts'
import type { Confidence, Mode, NotScanned, Progress, Report, RuleSet } from './types.ts'

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
  readonly onProgress?: (progress: Progress) => void
}

async function run(options: ScanOptions, opened: Opened, started: number): Promise<Report> {
  const { source, config, repository } = opened
  const rules = rulesInForce(loadRules(), config, options.onlyRules ?? [])
  const pathRules = await createPathRules(rules.rules)
  const notScanned: NotScanned[] = [...opened.notScanned]
  const parts: ScanParts = {
    source,
    examiner: createExaminer(createDetector(rules), pathRules, extraMatches(rules, opened.valueFiles)),
    isExcluded: await excludedBy(config),
    isSensitiveName: () => false,
    notScanned: entry => notScanned.push(entry),
    progress: progress => options.onProgress?.(progress),
  }
  const direct = source.mode !== 'history' && source.mode !== 'range'
  const result = direct ? await directScan(parts) : await scanCommits(parts, rules, opened.facts!, options)
  return reportOf({ result, rules, options, config, notScanned, repository, started })
}

async function excludedBy(config: Config): Promise<(path: string) => boolean> {
  if (config.exclude.length === 0) return () => false
  return (await import('./config/path-globs.ts')).compileGlobs(config.exclude)
}

/** Where blobs come from without their paths: a range knows them itself, a history asks attribution. */
async function scanCommits(
  parts: ScanParts,
  rules: RuleSet,
  repository: Repository,
  options: ScanOptions,
): Promise<ScanResult> {
  const [{ historyScan }, { sensitiveNames }] = await Promise.all([
    import('./scan/history-scan.ts'),
    import('./scan/sensitive-names.ts'),
  ])
  const allPlaces = options.allPlaces === true
  const { source } = parts
  return historyScan({
    ...parts,
    isSensitiveName: sensitiveNames(rules.rules),
    allPlaces,
    async originsOf(ids) {
      if (source.origins) return source.origins(ids)
      const { attribute } = await import('./attribution/attribute.ts')
      const { origins, notScanned } = await attribute(repository, ids, { allPlaces })
      for (const entry of notScanned) parts.notScanned(entry)
      return origins
    },
  })
}

/**
 * Scans what `options.mode` names and reports every secret once, with all its places. Nothing is printed. Throws UsageError for what
 * cannot be done as asked, GitError where git cannot answer; what could not be looked at is in `notScanned`.
 */
export async function scan(options: ScanOptions): Promise<Report> {
  const started = performance.now()
  const opened = await openSource(options)
  try {
    return await run(options, opened, started)
  } finally {
    await opened.source.close()
  }
}
