import { printable } from '../findings/printable.ts'
import type { Finding, Remedy, Report } from '../types.ts'
import { clean } from './clean.ts'
import { counted } from './counted.ts'
import { location } from './location.ts'
import { plan } from './plan.ts'
import { remarks } from './remarks.ts'
import type { ReporterOptions } from './reporter.ts'
import { scope } from './scope.ts'
import { showSecret } from './show-secret.ts'
import { stateWords } from './state-words.ts'

/** Text that Markdown and the HTML in it leave as it is; `@` would call people. */
const inert = (text: string): string =>
  printable(text)
    .replace(/[\\`*_{}[\]()#+!|~]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('@', '@\u2060')

/** In backticks, more of them than the text has in a row; a table's cell ends at a bare `|` even there. */
function code(text: string): string {
  const shown = printable(text).replaceAll('|', '\\|')
  const longest = Math.max(0, ...(shown.match(/`+/g) ?? []).map(run => run.length))
  const fence = '`'.repeat(longest + 1)
  return longest > 0 ? `${fence} ${shown} ${fence}` : fence + shown + fence
}

function row(finding: Finding, options: ReporterOptions): string {
  const [place, ...others] = finding.places
  const secret = finding.secret ? ` ${code(showSecret(finding.secret, options))}` : ''
  const more = others.length > 0 ? ` and ${counted(others.length, 'more place', 'more places')}` : ''
  const where = place ? code(location(place)) : ''
  return `| **${finding.severity}** | ${inert(finding.title)}${secret} | ${where}${more} | ${stateWords(finding)} |`
}

function block(language: '' | 'sh', lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return []
  const longest = Math.max(2, ...lines.flatMap(line => line.match(/`+/g) ?? []).map(run => run.length))
  const fence = '`'.repeat(longest + 1)
  return ['', `   ${fence}${language}`, ...lines.map(line => `   ${printable(line)}`), `   ${fence}`]
}

function step({ text, url, code: lines = [], commands = [] }: Remedy, number: number): readonly string[] {
  const link = url === undefined ? '' : ` <${printable(url).replace(/[<>\s]/g, encodeURIComponent)}>`
  return [
    `${number}. ${text.split('\n').map(inert).join(' ')}${link}`,
    ...block('', lines),
    ...block('sh', commands),
    '',
  ]
}

/** For a comment on a pull request, a job's summary, an issue. */
export function markdown(report: Report, options: ReporterOptions): string {
  const { findings } = report
  if (findings.length === 0) return clean(report, options).split('\n').map(inert).join('\n')
  const steps = plan(findings).flatMap(part => part.steps)
  const lines = [
    `**${counted(findings.length, 'leak')} found** ${scope(report.scan)}`,
    '',
    '| | what | where | state |',
    '| --- | --- | --- | --- |',
    ...findings.map(finding => row(finding, options)),
    '',
    '### What to do now',
    '',
    ...steps.flatMap((one, i) => step(one, i + 1)),
    ...remarks(report, options).map(line => `${inert(line)}  `),
  ]
  return `${lines.join('\n').trimEnd()}\n`
}
