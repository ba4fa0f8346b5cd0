import { clock } from '../clock.ts'
import type { Config } from '../config/config.ts'
import type { Detector } from '../detect/create-detector.ts'
import { mergeFindings, type Seen } from '../findings/merge-findings.ts'
import type { Repository } from '../git/find-repository.ts'
import { toSlashes } from '../git/to-slashes.ts'
import type { ScanOptions } from '../scan.ts'
import type { Finding, NotScanned, Place, Report, RuleSet } from '../types.ts'
import { CONFIDENCES } from '../types.ts'
import { VERSION } from '../version.ts'
import type { ScanResult } from './direct-scan.ts'

export interface ReportParts {
  readonly result: ScanResult
  readonly rules: RuleSet
  /** Of all rules, those not in force included. */
  readonly shield: Detector
  readonly options: ScanOptions
  readonly config: Config
  readonly notScanned: readonly NotScanned[]
  readonly repository: Pick<Repository, 'root' | 'head'> | undefined
  /** As `clock()` gave it. */
  readonly started: number
}

/** Remedies are only loaded once there is something to remedy. */
async function findingsOf(
  seen: readonly Seen[],
  { result, options, repository }: ReportParts,
): Promise<readonly Finding[]> {
  if (seen.length === 0) return []
  const [{ remediesFor }, { remedyFacts }] = await Promise.all([
    import('../remedies/remedies-for.ts'),
    import('./remedy-facts.ts'),
  ])
  const program = options.program?.()
  const { hasParentCommit, shipmentsOf, ...facts } = await remedyFacts(options, repository, seen)
  return mergeFindings(seen, result.versionsOf, ({ places, state, parts }, rule) => {
    const hasParent = hasParentCommit(places)
    return remediesFor({
      ...facts,
      shipments: shipmentsOf({ places, parts }),
      rule,
      places,
      state,
      mode: options.mode,
      parts,
      ...(program && { program }),
      ...(parts.name !== undefined && { name: parts.name }),
      ...(hasParent !== undefined && { hasParentCommit: hasParent }),
    })
  })
}

interface Printed {
  readonly seen: readonly Seen[]
  readonly notScanned: readonly NotScanned[]
  readonly refs: readonly string[]
  readonly submodules: readonly string[]
}

/** Names are printed, and may hold secrets that nobody was asked to look for. */
async function withoutSecretNames({ result, shield, notScanned }: ReportParts): Promise<Printed> {
  const { seen, looked } = result
  const { refs, submodules = [] } = looked
  if (seen.length + notScanned.length + refs.length + submodules.length === 0) {
    return { seen, notScanned, refs, submodules }
  }
  const { nameShield } = await import('./name-shield.ts')
  const hide = nameShield(shield)
  const hideIn = ({ path, inside, author, email, refs, ...place }: Place): Place => ({
    ...(path !== undefined && { path: hide(path) }),
    ...(inside !== undefined && { inside: hide(inside) }),
    ...place,
    ...(author !== undefined && { author: hide(author) }),
    ...(email !== undefined && { email: hide(email) }),
    ...(refs && { refs: refs.map(hide) }),
  })
  return {
    seen: seen.map(one => ({ ...one, place: hideIn(one.place) })),
    notScanned: notScanned.map(({ what, why }) => ({ what: hide(what), why: hide(why) })),
    refs: refs.map(hide),
    submodules: submodules.map(hide),
  }
}

/** What a finding has to reach to be listed; what lies below is counted. */
export async function reportOf(parts: ReportParts): Promise<Report> {
  const { result, rules, options, config, repository, started } = parts
  const bound = CONFIDENCES.indexOf(options.minConfidence ?? config.minConfidence)
  const { seen, notScanned, refs, submodules } = await withoutSecretNames(parts)
  const all = await findingsOf(seen, parts)
  const findings = all.filter(finding => CONFIDENCES.indexOf(finding.confidence) >= bound)
  return {
    version: 1,
    tool: { name: 'keyscan', version: VERSION, rules: rules.hash },
    scan: {
      mode: options.mode,
      repository: repository ? toSlashes(repository.root) : null,
      head: repository?.head ?? null,
      refs,
      ...(submodules.length > 0 && { submodules }),
      counts: {
        blobs: result.looked.blobs,
        bytes: result.looked.bytes,
        commits: result.looked.commits,
        belowConfidence: all.length - findings.length,
        allowed: [...result.allowed].filter(print => !all.some(({ fingerprint }) => fingerprint === print)).length,
      },
      elapsedMs: Math.round(clock() - started),
      complete: notScanned.length === 0,
    },
    findings,
    notScanned,
  }
}
