import { createSecret } from '../../src/findings/secret.ts'
import type { ReporterOptions } from '../../src/reporters/reporter.ts'
import type { Finding, Place, Report, ScanInfo } from '../../src/types.ts'

/** Made here, so that no file holds anything that looks like a key. */
export const SECRET = ['sk', 'proj', 'a1B2c3D4e5F6g7H8i9J0k1L2'].join('-')
export const COMMIT = '1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d'
export const BLOB = 'b10b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d'

export const OPTIONS: ReporterOptions = { colour: false, columns: 80, verbose: false, quiet: false, showSecrets: false }

export function placeWith(changes: Partial<Place> = {}): Place {
  return { path: 'src/config.ts', line: 12, column: 18, endLine: 12, endColumn: 50, ...changes }
}

export function findingWith(changes: Partial<Finding> = {}): Finding {
  const secret = createSecret(SECRET)
  const text = `const key = '${secret.redacted}'`
  const start = text.indexOf(secret.redacted)
  return {
    fingerprint: 'f1f2f3f4f5f6f7f8',
    ruleId: 'example-api-key',
    provider: 'example',
    title: 'Example API key',
    severity: 'critical',
    confidence: 'high',
    verdict: { checksum: 'valid', entropy: 4.2 },
    reasons: ['the checksum is valid'],
    secret,
    parts: { name: 'key' },
    places: [placeWith({ excerpt: { text, start, end: start + secret.redacted.length } })],
    versions: 1,
    state: 'index',
    remediation: [
      {
        kind: 'revoke',
        text: 'Example API key: Revoke it.\nDelete it under Keys.',
        url: 'https://example.invalid/keys',
      },
      { kind: 'remove', text: 'Take it out:', commands: ['git restore --staged -- src/config.ts'] },
      { kind: 'replace', text: 'Put the look-up in place of the value:', code: ['src/config.ts:12: process.env.KEY'] },
    ],
    ...changes,
  }
}

export function reportWith(
  findings: readonly Finding[],
  changes: Partial<Report> = {},
  scan: Partial<ScanInfo> = {},
): Report {
  const notScanned = changes.notScanned ?? []
  return {
    version: 1,
    tool: { name: 'keyscan', version: '0.0.0', rules: 'hash' },
    scan: {
      mode: 'staged',
      repository: '/somewhere',
      head: COMMIT,
      refs: [],
      counts: { blobs: 3, bytes: 12_345, commits: 0, belowConfidence: 0, allowed: 0 },
      elapsedMs: 48.2,
      complete: notScanned.length === 0,
      ...scan,
    },
    findings,
    notScanned,
    ...changes,
  }
}
