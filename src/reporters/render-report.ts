import type { Report } from '../types.ts'
import { FORMATS, type Format } from './formats.ts'
import type { ReporterOptions } from './reporter.ts'

/** A report as text in one of the formats. Whatever the format, no secret is in it unless it was asked for. */
export async function renderReport(format: Format, report: Report, options: ReporterOptions): Promise<string> {
  const reporter = await FORMATS[format](report)
  if (options.showSecrets || report.findings.length === 0) return reporter(report, options)
  const { guardReport } = await import('./guard-report.ts')
  return reporter(guardReport(report), options)
}
