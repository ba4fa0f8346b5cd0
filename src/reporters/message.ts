import { printable } from '../findings/printable.ts'
import type { Finding } from '../types.ts'
import type { ReporterOptions } from './reporter.ts'
import { showSecret } from './show-secret.ts'
import { stateWords } from './state-words.ts'

/** One sentence about a finding, for where one sentence is all there is room for. */
export function message(finding: Finding, options: Pick<ReporterOptions, 'showSecrets'>): string {
  const secret = finding.secret ? ` ${showSecret(finding.secret, options)}` : ''
  const first = finding.remediation[0]?.text.split('\n')[0]
  return printable(`${finding.title}${secret}: ${stateWords(finding)}.${first === undefined ? '' : ` ${first}`}`)
}
