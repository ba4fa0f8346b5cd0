import type { Report } from '../types.ts'
import { findingForm } from './finding-form.ts'
import type { ReporterOptions } from './reporter.ts'
import { toJson } from './to-json.ts'

/** One finding a line, as it stands in the JSON report. */
export function jsonl(report: Report, options: Pick<ReporterOptions, 'showSecrets'>): string {
  return report.findings.map(finding => `${toJson(findingForm(finding, options))}\n`).join('')
}
