import { printable } from '../findings/printable.ts'
import type { Finding, Place, Report, Severity } from '../types.ts'
import { location } from './location.ts'
import { message } from './message.ts'
import type { ReporterOptions } from './reporter.ts'
import { toJson } from './to-json.ts'

const LEVEL: Readonly<Record<Severity, string>> = { critical: 'error', high: 'error', medium: 'warning', low: 'note' }
/** GitHub sorts alerts by this number: over 9.0 critical, over 7.0 high, over 4.0 medium. */
const SECURITY_SEVERITY: Readonly<Record<Severity, string>> = {
  critical: '9.5',
  high: '8.0',
  medium: '5.5',
  low: '3.0',
}

const uriOf = (path: string): string =>
  path
    .split('/')
    .map(segment => encodeURIComponent(segment.replace(/\p{Surrogate}/gu, '\ufffd')))
    .join('/')

function locationForm(place: Place): object {
  const { path, inside, line: startLine, column: startColumn, endLine, endColumn, excerpt, commit, confidence } = place
  const about = {
    ...(commit !== undefined && { message: { text: `commit ${commit}` } }),
    ...(confidence && { properties: { confidence } }),
  }
  if (path === undefined || place.in !== undefined) {
    return { ...about, logicalLocations: [{ name: location(place), kind: 'resource' }] }
  }
  const artifactLocation = { uri: uriOf(path), uriBaseId: '%SRCROOT%' }
  // Lines are of the file in the archive, which no viewer can show.
  if (inside !== undefined) {
    return {
      ...about,
      physicalLocation: { artifactLocation },
      logicalLocations: [{ fullyQualifiedName: location(place), kind: 'resource' }],
    }
  }
  const snippet = excerpt && { snippet: { text: excerpt.text } }
  return {
    ...about,
    physicalLocation: {
      artifactLocation,
      region: { startLine, startColumn, endLine, endColumn, ...snippet },
    },
  }
}

function ruleForm({ ruleId, title, severity, remediation, provider }: Finding): object {
  const text = remediation.map(({ text, commands = [], url }) => [text, ...commands, ...(url ? [url] : [])].join('\n'))
  return {
    id: ruleId,
    shortDescription: { text: printable(title) },
    help: { text: text.length > 0 ? text.join('\n\n') : title },
    defaultConfiguration: { level: LEVEL[severity] },
    properties: { 'security-severity': SECURITY_SEVERITY[severity], tags: ['security', 'secret', provider] },
  }
}

function resultForm(finding: Finding, ruleIndex: number, options: Pick<ReporterOptions, 'showSecrets'>): object {
  const [first, ...others] = finding.places
  const { ruleId, severity, fingerprint, state, confidence, reasons, verdict, versions } = finding
  return {
    ruleId,
    ruleIndex,
    level: LEVEL[severity],
    message: { text: message(finding, options) },
    locations: first ? [locationForm(first)] : [],
    ...(others.length > 0 && { relatedLocations: others.map((place, id) => ({ id, ...locationForm(place) })) }),
    partialFingerprints: { 'keyscan/v1': fingerprint },
    properties: { state, confidence, reasons, verdict, versions },
  }
}

/** SARIF 2.1.0, as code scanning of GitHub, Azure DevOps and editors read it. https://docs.oasis-open.org/sarif/sarif/v2.1.0/ */
export function sarif(report: Report, options: Pick<ReporterOptions, 'showSecrets'>): string {
  const { findings, notScanned, scan, tool } = report
  const ruleIds = [...new Set(findings.map(finding => finding.ruleId))]
  const rules = ruleIds.map(id => ruleForm(findings.find(finding => finding.ruleId === id)!))
  const notifications = notScanned.map(({ what, why }) => ({
    level: 'warning',
    message: { text: `not scanned: ${printable(what)}: ${printable(why)}` },
  }))
  return `${toJson(
    {
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: { driver: { name: tool.name, version: tool.version, rules } },
          columnKind: 'utf16CodeUnits',
          invocations: [{ executionSuccessful: scan.complete, toolExecutionNotifications: notifications }],
          results: findings.map(finding => resultForm(finding, ruleIds.indexOf(finding.ruleId), options)),
        },
      ],
    },
    2,
  )}\n`
}
