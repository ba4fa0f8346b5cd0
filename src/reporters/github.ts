import { printable } from '../findings/printable.ts'
import type { Finding, Place, Report, Severity } from '../types.ts'
import { clean } from './clean.ts'
import { location } from './location.ts'
import { message } from './message.ts'
import type { ReporterOptions } from './reporter.ts'

const COMMAND: Readonly<Record<Severity, string>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'notice',
}

/** https://docs.github.com/actions/reference/workflow-commands-for-github-actions */
const data = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')

/** A line's annotation; only a file of the checked-out commit has lines that can be annotated. */
function positionOf(place: Place | undefined): string {
  if (place?.path === undefined || place.in !== undefined || place.inHead === false) return ''
  if (place.inside !== undefined) return `file=${property(place.path)},`
  const { path, line, column, endLine, endColumn } = place
  const columns = line === endLine ? `,col=${column},endColumn=${endColumn}` : ''
  return `file=${property(path)},line=${line},endLine=${endLine}${columns},`
}

function annotation(finding: Finding, options: ReporterOptions): string {
  const place = finding.places.find(one => one.inHead === true) ?? finding.places[0]
  const where = place ? `${location(place)}: ` : ''
  const properties = `${positionOf(place)}title=${property(printable(finding.title))}`
  return `::${COMMAND[finding.severity]} ${properties}::${data(where + message(finding, options))}`
}

/** Workflow commands: a job's log in which each finding becomes an annotation of its line. */
export function github(report: Report, options: ReporterOptions): string {
  const { findings, notScanned } = report
  const lines = [
    ...findings.map(finding => annotation(finding, options)),
    ...notScanned.map(({ what, why }) => `::warning title=Not scanned::${data(printable(`${what}: ${why}`))}`),
  ]
  return lines.length > 0 ? `${lines.join('\n')}\n` : clean(report, options)
}
