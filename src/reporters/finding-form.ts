import type { Finding, Place } from '../types.ts'
import type { ReporterOptions } from './reporter.ts'
import { showSecret } from './show-secret.ts'

function placeForm(place: Place): object {
  const { path, inside, line, column, endLine, endColumn, encoding, blob, commit } = place
  const { author, email, date, refs, refCount, inHead, confidence, excerpt } = place
  return {
    path,
    inside,
    in: place.in,
    line,
    column,
    endLine,
    endColumn,
    encoding,
    blob,
    commit,
    author,
    email,
    date,
    refs,
    refCount,
    inHead,
    confidence,
    excerpt,
  }
}

/** A finding as it stands in JSON: its fields in the order of the contract, the same whatever made it. */
export function findingForm(finding: Finding, options: Pick<ReporterOptions, 'showSecrets'>): object {
  const { fingerprint, ruleId, provider, title, severity, confidence, verdict, reasons, parts, versions, state } =
    finding
  return {
    fingerprint,
    ruleId,
    provider,
    title,
    severity,
    confidence,
    verdict,
    reasons,
    secret: finding.secret && showSecret(finding.secret, options),
    parts,
    places: finding.places.map(placeForm),
    versions,
    state,
    remediation: finding.remediation,
  }
}
