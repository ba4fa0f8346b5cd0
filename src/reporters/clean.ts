import type { Report } from '../types.ts'
import { remarks } from './remarks.ts'
import type { ReporterOptions } from './reporter.ts'
import { scope } from './scope.ts'

/** A report without findings: one short line, and never "clean" where something was not looked at. */
export function clean(report: Report, options: Pick<ReporterOptions, 'quiet' | 'verbose'>): string {
  const { complete } = report.scan
  if (options.quiet && complete) return ''
  const rest = remarks(report, options)
  const verdict = complete ? 'No secrets found' : 'The scan is not complete; no secrets found'
  return `${[`${verdict} ${scope(report.scan)}`, ...rest].join('\n')}\n`
}
