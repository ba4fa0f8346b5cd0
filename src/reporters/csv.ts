import { printable } from '../findings/printable.ts'
import type { Finding, Place, Report } from '../types.ts'
import type { ReporterOptions } from './reporter.ts'
import { showSecret } from './show-secret.ts'

type Cell = string | number | boolean | undefined
type Column = (finding: Finding, place: Place, options: ReporterOptions) => Cell

const COLUMNS: Readonly<Record<string, Column>> = {
  severity: finding => finding.severity,
  confidence: finding => finding.confidence,
  rule: finding => finding.ruleId,
  title: finding => finding.title,
  secret: (finding, _, options) => finding.secret && showSecret(finding.secret, options),
  path: (_, place) => place.path,
  in: (_, place) => place.in,
  line: (_, place) => place.line,
  column: (_, place) => place.column,
  commit: (_, place) => place.commit,
  author: (_, place) => place.author,
  email: (_, place) => place.email,
  date: (_, place) => place.date,
  'in HEAD': (_, place) => place.inHead,
  state: finding => finding.state,
  fingerprint: finding => finding.fingerprint,
  inside: (_, place) => place.inside,
  encoding: (_, place) => place.encoding?.join(' '),
}

/** Quoted by RFC 4180; a text that a spreadsheet would take for a formula gets an apostrophe (https://owasp.org/www-community/attacks/CSV_Injection). */
function cell(value: Cell): string {
  const text = typeof value === 'string' ? printable(value) : String(value ?? '')
  const inert = /^[=+\-@]/.test(text) ? `'${text}` : text
  return /[",]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert
}

/** A row for each place of each finding, under a row of names. */
export function csv(report: Report, options: ReporterOptions): string {
  const columns = Object.values(COLUMNS)
  const rows = report.findings.flatMap(finding =>
    finding.places.map(place => columns.map(column => cell(column(finding, place, options)))),
  )
  return [Object.keys(COLUMNS), ...rows].map(row => `${row.join(',')}\r\n`).join('')
}
