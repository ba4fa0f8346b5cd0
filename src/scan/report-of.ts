import type { Config } from '../config/config.ts'
import { mergeFindings } from '../findings/merge-findings.ts'
import type { Repository } from '../git/find-repository.ts'
import type { ScanOptions } from '../scan.ts'
import type { Finding, NotScanned, Report, RuleSet } from '../types.ts'
import { CONFIDENCES } from '../types.ts'
import { VERSION } from '../version.ts'
import type { ScanResult } from './direct-scan.ts'

export interface ReportParts {
  readonly result: ScanResult
  readonly rules: RuleSet
  readonly options: ScanOptions
  readonly config: Config
  readonly notScanned: readonly NotScanned[]
  readonly repository: Pick<Repository, 'root' | 'head'> | undefined
  /** As `performance.now()` gave it. */
  readonly started: number
}

/** Remedies are only loaded once there is something to remedy. */
async function findingsOf({ result, options, repository }: ReportParts): Promise<readonly Finding[]> {
  if (result.seen.length === 0) return []
  const [{ remediesFor }, { remedyFacts }] = await Promise.all([
    import('../remedies/remedies-for.ts'),
    import('./remedy-facts.ts'),
  ])
  const { hasParentCommit, ...facts } = await remedyFacts(options, repository, result.seen)
  return mergeFindings(result.seen, result.versionsOf, ({ places, state, parts }, rule) => {
    const hasParent = hasParentCommit(places)
    return remediesFor({
      ...facts,
      rule,
      places,
      state,
      mode: options.mode,
      ...(parts.name !== undefined && { name: parts.name }),
      ...(hasParent !== undefined && { hasParentCommit: hasParent }),
    })
  })
}

/** What a finding has to reach to be listed; what lies below is counted. */
export async function reportOf(parts: ReportParts): Promise<Report> {
  const { result, rules, options, config, notScanned, repository, started } = parts
  const bound = CONFIDENCES.indexOf(options.minConfidence ?? config.minConfidence)
  const all = await findingsOf(parts)
  const findings = all.filter(finding => CONFIDENCES.indexOf(finding.confidence) >= bound)
  return {
    version: 1,
    tool: { name: 'keyscan', version: VERSION, rules: rules.hash },
    scan: {
      mode: options.mode,
      repository: repository ? repository.root.replaceAll('\\', '/') : null,
      head: repository?.head ?? null,
      refs: result.looked.refs,
      counts: {
        blobs: result.looked.blobs,
        bytes: result.looked.bytes,
        commits: result.looked.commits,
        belowConfidence: all.length - findings.length,
        allowed: [...result.allowed].filter(print => !all.some(({ fingerprint }) => fingerprint === print)).length,
      },
      elapsedMs: Math.round(performance.now() - started),
      complete: notScanned.length === 0,
    },
    findings,
    notScanned,
  }
}
