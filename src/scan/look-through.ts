import type { Config } from '../config/config.ts'
import { createDetector, type Detector } from '../detect/create-detector.ts'
import type { Repository } from '../git/find-repository.ts'
import type { ObjectStore } from '../objects/object-store.ts'
import { loadRules } from '../ruleset/load.ts'
import type { TeamScanOptions } from '../scan.ts'
import type { NotScanned, Report, RuleSet, Team } from '../types.ts'
import { directScan, type ScanParts, type ScanResult } from './direct-scan.ts'
import { createExaminer, type Examiner, type ExtraMatches } from './examine.ts'
import { extraMatches } from './extra-matches.ts'
import type { HistoryParts } from './history-scan.ts'
import { isPart } from './is-part.ts'
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
  const notScanned = new Map<string, NotScanned>()
  const isExcluded = await excludedBy(config)
  const { valueFiles } = opened
  const makeExaminer = (extra: ExtraMatches): Examiner => createExaminer(detector, pathRules, extra, shield)
  const parts: ScanParts = {
    source,
    examiner: makeExaminer(extraMatches(rules)),
    isExcluded,
    isSensitiveName: () => false,
    isSensitiveFolder: () => false,
    // What is gone through twice may meet it twice.
    notScanned: entry => notScanned.set(`${entry.what}\0${entry.why}`, entry),
    progress: progress => options.onProgress?.(progress),
  }
  opened.notScanned.forEach(parts.notScanned)
  const findings = async (): Promise<ScanResult> => {
    if (source.mode === 'history' || source.mode === 'range') {
      return scanCommits(parts, { detector, rules, makeExaminer }, opened, options)
    }
    if (valueFiles.length === 0) return directScan(parts)
    const [{ knownIn }, { createShipping }] = await Promise.all([
      import('./known-in.ts'),
      import('./shipped/shipping.ts'),
    ])
    const known = knownIn(valueFiles, rules, parts)
    const shippedBy = createShipping(repository?.root ?? options.directory, valueFiles, rules, isExcluded)
    return directScan({ ...parts, examiner: makeExaminer(known.extra), shippedBy })
  }
  const result = await findings()
  return reportOf({ result, rules, shield, options, config, notScanned: [...notScanned.values()], repository, started })
}

async function excludedBy(config: Config): Promise<(path: string) => boolean> {
  if (config.exclude.length === 0) return () => false
  return (await import('../config/path-globs.ts')).compileGlobs(config.exclude)
}

interface Making {
  readonly detector: Detector
  readonly rules: RuleSet
  readonly makeExaminer: (extra: ExtraMatches) => Examiner
}

/** Where blobs come from without their paths: a range knows them itself, a history asks attribution. */
async function scanCommits(
  parts: ScanParts,
  { detector, rules, makeExaminer }: Making,
  opened: Opened,
  options: TeamScanOptions,
): Promise<ScanResult> {
  const { config, facts, store } = opened
  const setup: ThreadSetup = { config, onlyRules: options.onlyRules ?? [] }
  const some = isPart(options)
  const cleanKey =
    !some && !options.withoutCache ? (await import('./clean-key.ts')).cleanKeyOf({ rules }, config, facts!) : undefined
  const team = teamWhenNeeded(() => options.hireTeam?.(setup), facts!, some || cleanKey?.isKnown === true)
  const note = (text: string): void => options.onNote?.(text)
  try {
    const [{ historyScan }, { sensitiveNames }, { threadHooks }, { createMayTellBy }] = await Promise.all([
      import('./history-scan.ts'),
      import('./sensitive-names.ts'),
      import('./thread-hooks.ts'),
      import('./may-tell-by.ts'),
    ])
    const names = sensitiveNames(rules)
    return await historyScan({
      ...parts,
      ...names,
      mayTellBy: folders => createMayTellBy(rules, folders),
      threadHooks: { ...threadHooks(parts.examiner, names), plan: () => detector.plan() },
      team,
      cleanKey: cleanKey?.key,
      note,
      async seekValues(values, findings) {
        const { secondPass } = await import('./second-pass.ts')
        return secondPass({ ...parts, opened, options, rules, makeExaminer, findings }, values)
      },
      ...attribution(parts, facts!, { allPlaces: options.allPlaces === true, store, team }),
    })
  } finally {
    await team.close()
  }
}

/** To look for what can be given back takes a tenth of a second, of a minute that such a history takes. */
const LARGE_HISTORY = 1_000_000

function attribution(
  { source, notScanned: report }: ScanParts,
  repository: Repository,
  options: { readonly allPlaces: boolean; readonly store: ObjectStore | undefined; readonly team: Team | undefined },
): Pick<HistoryParts, 'allPlaces' | 'originsOf'> {
  return {
    allPlaces: options.allPlaces,
    async originsOf(ids) {
      if (source.origins) return source.origins(ids)
      const { attribute } = await import('../attribution/attribute.ts')
      const { origins, notScanned } = await attribute(repository, ids, options)
      for (const entry of notScanned) report(entry)
      // All that is known of a large history takes as much as reading what was found would.
      if ((options.store?.packed() ?? 0) >= LARGE_HISTORY)
        (await import('../objects/collect-garbage.ts')).collectGarbage()
      return origins
    },
  }
}
