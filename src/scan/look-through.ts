import type { Config } from '../config/config.ts'
import { createDetector, type Detector } from '../detect/create-detector.ts'
import type { Repository } from '../git/find-repository.ts'
import type { ObjectStore } from '../objects/object-store.ts'
import { loadRules } from '../ruleset/load.ts'
import type { TeamScanOptions } from '../scan.ts'
import type { NotScanned, Report, RuleSet } from '../types.ts'
import { directScan, type ScanParts, type ScanResult } from './direct-scan.ts'
import { createExaminer } from './examine.ts'
import { extraMatches } from './extra-matches.ts'
import type { HistoryParts } from './history-scan.ts'
import type { Opened } from './open-source.ts'
import { createPathRules } from './path-rules.ts'
import { reportOf } from './report-of.ts'
import { allRules, rulesInForce } from './rules-in-force.ts'
import { teamWhenNeeded } from './team-when-needed.ts'
import type { ThreadSetup } from './thread-setup.ts'

/** Looks at all that an opened source brings, and says what was found. */
export async function lookThrough(options: TeamScanOptions, opened: Opened, started: number): Promise<Report> {
  const { source, config, repository } = opened
  const builtIn = loadRules()
  const rules = rulesInForce(builtIn, config, options.onlyRules ?? [])
  const detector = createDetector(rules)
  const shield = rules === builtIn ? detector : createDetector(allRules(builtIn, config))
  const pathRules = await createPathRules(rules)
  const notScanned: NotScanned[] = [...opened.notScanned]
  const parts: ScanParts = {
    source,
    examiner: createExaminer(detector, pathRules, extraMatches(rules, opened.valueFiles), shield),
    isExcluded: await excludedBy(config),
    isSensitiveName: () => false,
    notScanned: entry => notScanned.push(entry),
    progress: progress => options.onProgress?.(progress),
  }
  const direct = source.mode !== 'history' && source.mode !== 'range'
  const result = direct ? await directScan(parts) : await scanCommits(parts, detector, rules, opened, options)
  return reportOf({ result, rules, shield, options, config, notScanned, repository, started })
}

async function excludedBy(config: Config): Promise<(path: string) => boolean> {
  if (config.exclude.length === 0) return () => false
  return (await import('../config/path-globs.ts')).compileGlobs(config.exclude)
}

/** Where blobs come from without their paths: a range knows them itself, a history asks attribution. */
async function scanCommits(
  parts: ScanParts,
  detector: Detector,
  rules: RuleSet,
  { config, facts, store }: Opened,
  options: TeamScanOptions,
): Promise<ScanResult> {
  const setup: ThreadSetup = { config, onlyRules: options.onlyRules ?? [] }
  const isHistory = parts.source.mode === 'history'
  const cleanKey =
    isHistory && !options.withoutCache ? (await import('./clean-key.ts')).cleanKeyOf(rules, config, facts!) : undefined
  const team = isHistory ? teamWhenNeeded(() => options.hireTeam?.(setup), !cleanKey?.isKnown) : undefined
  try {
    const [{ historyScan }, { sensitiveNames }, { threadHooks }] = await Promise.all([
      import('./history-scan.ts'),
      import('./sensitive-names.ts'),
      import('./thread-hooks.ts'),
    ])
    const isSensitiveName = sensitiveNames(rules.rules)
    return await historyScan({
      ...parts,
      isSensitiveName,
      threadHooks: { ...threadHooks(parts.examiner, isSensitiveName), plan: () => detector.plan() },
      team,
      cleanKey: cleanKey?.key,
      note: note => options.onNote?.(note),
      ...attribution(parts, facts!, { allPlaces: options.allPlaces === true, store }),
    })
  } finally {
    await team?.close()
  }
}

function attribution(
  { source, notScanned: report }: ScanParts,
  repository: Repository,
  options: { readonly allPlaces: boolean; readonly store: ObjectStore | undefined },
): Pick<HistoryParts, 'allPlaces' | 'originsOf'> {
  return {
    allPlaces: options.allPlaces,
    async originsOf(ids) {
      if (source.origins) return source.origins(ids)
      const { attribute } = await import('../attribution/attribute.ts')
      const { origins, notScanned } = await attribute(repository, ids, options)
      for (const entry of notScanned) report(entry)
      return origins
    },
  }
}
