import { createRedactor, type Redactor } from '../findings/create-redactor.ts'
import type { Finding, Place, Report } from '../types.ts'

/**
 * A secret may stand in a path, a branch's name or an author's address too. Shorter ones are words (`postgres`, `admin`) that stand in
 * paths for reasons of their own; they are redacted only where they were found.
 */
const SHORTEST_ANYWHERE = 12

type Plain = string | number | boolean | null | undefined | readonly unknown[] | object

/** All strings of plain data, keys left as they are. What converts itself (a Secret) stays what it is. */
function mapStrings<T extends Plain>(value: T, change: (text: string) => string): T {
  if (typeof value === 'string') return change(value) as T
  if (Array.isArray(value)) return value.map(one => mapStrings(one, change)) as unknown as T
  if (typeof value !== 'object' || value === null || 'toJSON' in value) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, mapStrings(one, change)])) as T
}

function guardPlace(place: Place, everywhere: Redactor, own: Redactor): Place {
  const { excerpt, ...rest } = place
  const guarded = mapStrings(rest, text => everywhere.redact(place.in === undefined ? text : own.redact(text)))
  if (!excerpt) return guarded
  const text = redactCut(excerpt.text, everywhere)
  return { ...guarded, excerpt: text === excerpt.text ? excerpt : { text, start: 0, end: 0 } }
}

const CUT = '…'

/** A piece of a secret at the edge of a line that was cut is one behind the mark for it. */
function redactCut(text: string, { redact }: Redactor): string {
  const head = text.startsWith(CUT) ? CUT : ''
  const tail = text.length > 1 && text.endsWith(CUT) ? CUT : ''
  return head + redact(text.slice(head.length, text.length - tail.length)) + tail
}

const NOTHING = createRedactor([])

function guardFinding(finding: Finding, everywhere: Redactor): Finding {
  const { secret, places, ...rest } = finding
  const own = secret && places.some(place => place.in !== undefined) ? createRedactor([secret]) : NOTHING
  return {
    ...mapStrings(rest, everywhere.redact),
    ...(secret && { secret }),
    places: places.map(place => guardPlace(place, everywhere, own)),
  }
}

/** Thousands of places share a few authors, refs and steps. */
function remembering(redactor: Redactor): Redactor {
  const known = new Map<string, string>()
  return {
    ...redactor,
    redact(text) {
      const redacted = known.get(text) ?? redactor.redact(text)
      known.set(text, redacted)
      return redacted
    },
  }
}

/** The last line of defence: no text of a report holds any of its secrets. */
export function guardReport(report: Report): Report {
  const secrets = report.findings.flatMap(finding => finding.secret ?? [])
  const everywhere = remembering(createRedactor(secrets, SHORTEST_ANYWHERE))
  return {
    ...report,
    scan: mapStrings(report.scan, everywhere.redact),
    findings: report.findings.map(finding => guardFinding(finding, everywhere)),
    notScanned: mapStrings(report.notScanned, everywhere.redact),
  }
}
