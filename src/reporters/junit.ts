import { printable } from '../findings/printable.ts'
import type { Finding, Report } from '../types.ts'
import { location } from './location.ts'
import { message } from './message.ts'
import type { ReporterOptions } from './reporter.ts'

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

/** XML has no way to write control characters: they are shown escaped before. */
const xml = (text: string): string =>
  text
    .split('\n')
    .map(printable)
    .join('&#10;')
    .replace(/&(?!#10;)|[<>"']/g, character => ENTITIES[character]!)
    .replace(/[\ufffe\uffff]/g, '\ufffd')

function testCase(finding: Finding, options: ReporterOptions): string {
  const [place] = finding.places
  const name = `${finding.title}${place ? ` at ${location(place)}` : ''}`
  const steps = finding.remediation.flatMap(({ text, commands = [], url }) => [
    text,
    ...commands,
    ...(url ? [url] : []),
  ])
  return [
    `    <testcase name="${xml(name)}" classname="${xml(finding.ruleId)}"${place?.path === undefined ? '' : ` file="${xml(place.path)}"${place.inside === undefined ? ` line="${place.line}"` : ''}`}>`,
    `      <failure type="${finding.severity}" message="${xml(message(finding, options))}">${xml(steps.join('\n'))}</failure>`,
    '    </testcase>',
  ].join('\n')
}

/** JUnit XML, which nearly every CI shows: a finding is a failure, what was not scanned is an error, nothing found is a passed test. */
export function junit(report: Report, options: ReporterOptions): string {
  const { findings, notScanned, scan } = report
  const cases = [
    ...findings.map(finding => testCase(finding, options)),
    ...notScanned.map(
      ({ what, why }) =>
        `    <testcase name="${xml(what)}" classname="keyscan">\n      <error type="not scanned" message="${xml(why)}"/>\n    </testcase>`,
    ),
  ]
  const passed = cases.length === 0 ? ['    <testcase name="no secrets" classname="keyscan"/>'] : []
  const counts = `tests="${Math.max(cases.length, 1)}" failures="${findings.length}" errors="${notScanned.length}" time="${(scan.elapsedMs / 1000).toFixed(3)}"`
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="keyscan" ${counts}>`,
    `  <testsuite name="keyscan" ${counts}>`,
    ...cases,
    ...passed,
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n')
}
