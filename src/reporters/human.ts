import { printable } from '../findings/printable.ts'
import { type Finding, type Report, SEVERITIES } from '../types.ts'
import { clean } from './clean.ts'
import { counted } from './counted.ts'
import { displayWidth } from './display-width.ts'
import { findingBlock } from './finding-block.ts'
import { location } from './location.ts'
import { paint as colourPaint } from './paint.ts'
import { type Paint, plainPaint } from './plain-paint.ts'
import { planLines } from './plan-lines.ts'
import { remarks } from './remarks.ts'
import type { ReporterOptions } from './reporter.ts'
import { scope } from './scope.ts'
import { showSecret } from './show-secret.ts'
import { wrap } from './wrap.ts'

/** Narrower is not readable, wider is not read. */
const MIN_COLUMNS = 40
const MAX_COLUMNS = 100

function compare(a: Finding, b: Finding): number {
  const bySeverity = SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity)
  if (bySeverity !== 0) return bySeverity
  const [pathA = '', pathB = ''] = [a.places[0]?.path, b.places[0]?.path]
  if (pathA !== pathB) return pathA < pathB ? -1 : 1
  return (a.places[0]?.line ?? 0) - (b.places[0]?.line ?? 0)
}

/** `3 leaks found (2 critical, 1 medium)`. */
function headline(findings: readonly Finding[], paint: Paint): string {
  const bySeverity = SEVERITIES.toReversed().flatMap(severity => {
    const count = findings.filter(finding => finding.severity === severity).length
    return count > 0 ? [paint.severity(severity, `${count} ${severity}`)] : []
  })
  return `${counted(findings.length, 'leak')} found (${bySeverity.join(', ')})`
}

/** The headline and what was looked into: on one line where it is wide enough. */
function summary(report: Report, paint: Paint, columns: number): readonly string[] {
  const scanned = scope(report.scan)
  const width = displayWidth(`${headline(report.findings, plainPaint)} ${scanned}`)
  const line = headline(report.findings, paint)
  return width <= columns ? [`${line} ${scanned}`] : [line, scanned]
}

/** One line a finding, for who has an editor jump there. */
function brief(findings: readonly Finding[], paint: Paint, options: ReporterOptions): readonly string[] {
  return findings.map(finding => {
    const [place] = finding.places
    const secret = finding.secret ? ` ${printable(showSecret(finding.secret, options))}` : ''
    const severity = paint.severity(finding.severity, finding.severity)
    return `${place ? `${paint.place(location(place))}: ` : ''}${severity}: ${printable(finding.title)}${secret}`
  })
}

/** For a person: what is wrong, where, what to do; then what was looked at and what was not. */
export function human(report: Report, options: ReporterOptions): string {
  if (report.findings.length === 0) return clean(report, options)
  const paint = options.colour ? colourPaint : plainPaint
  const columns = Math.min(Math.max(options.columns, MIN_COLUMNS), MAX_COLUMNS)
  const findings = report.findings.toSorted(compare)
  const bounded = { ...options, columns }
  const incomplete = report.scan.complete ? [] : ['The scan is not complete.']
  if (options.quiet) return `${[...brief(findings, paint, bounded), ...incomplete].join('\n')}\n`
  const lines = [
    '',
    ...findings.flatMap(finding => [...findingBlock(finding, paint, bounded), '']),
    paint.heading('What to do now'),
    ...planLines(findings, paint, bounded),
    '',
    ...summary(report, paint, columns),
    ...incomplete,
    ...[...remarks(report, options), 'Not a secret? Write "keyscan:allow" and the reason into a comment on its line.']
      // What was not scanned is a list of paths, indented.
      .flatMap(line => (line.startsWith(' ') ? [line] : wrap(line, columns)))
      .map(line => paint.aside(line)),
  ]
  return `${lines.join('\n')}\n`
}
