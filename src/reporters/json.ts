import type { Report } from '../types.ts'
import { findingForm } from './finding-form.ts'
import type { ReporterOptions } from './reporter.ts'
import { toJson } from './to-json.ts'

/** The whole report as one JSON document; its schema is report-schema.ts. */
export function json(report: Report, options: Pick<ReporterOptions, 'showSecrets'>): string {
  const { version, tool, scan, findings, notScanned } = report
  const { mode, repository, head, refs, submodules, counts, elapsedMs, complete } = scan
  const form = {
    version,
    tool,
    scan: { mode, repository, head, refs, submodules, counts, elapsedMs, complete },
    findings: findings.map(finding => findingForm(finding, options)),
    notScanned,
  }
  return `${toJson(form, 2)}\n`
}
