import type { Rule } from '../types.ts'
import { hanging } from './hanging.ts'

/** As they are: paths, patterns and commands are copied. */
function listed(title: string, entries: readonly string[] | undefined): readonly string[] {
  return entries?.length ? [title, ...entries.map(entry => `  ${entry}`)] : []
}

/** What a rule looks for, what is thought of what it finds, and what to do then; prose fitted to a terminal of that many columns. */
export function explainRule(rule: Rule, columns: number): readonly string[] {
  const { remedy } = rule
  const prose = (...lines: readonly string[]): readonly string[] => lines.flatMap(line => hanging(line, columns))
  const kinds: Readonly<Record<Rule['kind'], string>> = {
    pattern: `${rule.rows ? 'what stands in the column or list below a heading' : 'text'} that matches its pattern, near ${rule.anchors.map(anchor => `"${anchor}"`).join(', ')}${rule.ignoreCase ? ' (in any case)' : ''}`,
    'whole-file': 'text that matches its pattern, anywhere in files of these paths',
    file: 'files of these paths: the file itself is the finding',
    dotenv: 'entries of .env files that are secret by name or value',
    'known-value': 'values of .env files, as they are and encoded',
    shipment: 'Dockerfiles and packages that take a .env file with secrets along, and lists that leave it out no more',
  }
  const steps = [
    ...(rule.env ? prose(`Read it from the environment variable ${rule.env} instead.`) : []),
    ...prose(...listed('To revoke it:', remedy.revoke), ...listed('To rotate it:', remedy.rotate)),
    ...listed('Commands:', remedy.commands),
    ...(remedy.console ? [`Where: ${remedy.console}`] : []),
    ...(remedy.effect ? prose(`Then: ${remedy.effect}`) : []),
  ]
  return [
    ...prose(
      `${rule.id}: ${rule.title}`,
      `${rule.providerName}; severity ${rule.severity}; ${rule.confidence} confidence before judges have their say`,
    ),
    '',
    ...prose(`Looks for ${kinds[rule.kind]}.`),
    ...listed('Only in:', rule.paths),
    ...listed('Not in:', rule.exceptPaths),
    ...(rule.context.length > 0 ? prose(`Needs one of ${rule.context.join(', ')} within ${rule.reach} bytes.`) : []),
    ...(rule.pairWith ? [`Its other half is ${rule.pairWith}, within ${rule.pairReach} bytes.`] : []),
    ...(rule.checksum ? [`Its check sum (${rule.checksum}) is looked at: right confirms it, wrong drops it.`] : []),
    ...(rule.minEntropy > 0 ? [`Less than ${rule.minEntropy} bits of entropy a character is dropped.`] : []),
    ...(rule.generic ? ['A guess: name, value and surroundings are judged too.'] : []),
    ...(rule.pattern === '' ? [] : ['Pattern:', `  ${readable(rule)}`]),
    `Why: ${rule.source}`,
    '',
    ...(steps.length > 0 ? [...steps, ''] : []),
    ...prose(
      `Not wanted at all: disable = ["${rule.id}"] in .keyscan.toml. One line only: a comment with keyscan:allow and the reason.`,
    ),
  ]
}

/** Letters in either case, as they were written: `[aA]` is `a`. */
function readable({ pattern, ignoreCase }: Rule): string {
  if (!ignoreCase) return pattern
  return pattern.replace(/\[([A-Za-z])([A-Za-z])\]/g, (both: string, one: string, other: string) =>
    one !== other && one.toLowerCase() === other.toLowerCase() ? one : both,
  )
}
