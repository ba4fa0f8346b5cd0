import { wrap } from '../reporters/wrap.ts'
import { FLAGS, type Flag } from './flags.ts'

const WHAT = 'keyscan finds leaked keys in what you commit, in files and in the whole history of a git repository.'

/** What it is called with, and what that does. */
const COMMANDS: readonly (readonly [string, string])[] = [
  ['keyscan [--staged]', 'what the next commit would contain'],
  ['keyscan PATH...', 'files and folders on disk'],
  ['keyscan --stdin', 'text from a pipe'],
  ['keyscan --history', 'every object of the repository'],
  ['keyscan --range A..B', 'what those commits bring in'],
  ['keyscan explain RULE', 'what a rule looks for, why, and what to do'],
  ['keyscan explain FINGERPRINT', 'every decision about a finding; --text LINE or --stdin: about a text'],
  ['keyscan migrate [FILE...]', 'settings of gitleaks and secretlint as .keyscan.toml'],
  ['keyscan rules list [WORD...]', 'the rules there are: all, or those about something'],
  ['keyscan rules test [FILE...]', 'check rules of your own: examples, anchors, windows, slow patterns'],
  ['keyscan init [--undo]', 'install the pre-commit hook, or take it out again'],
]

const EXIT_CODES: readonly (readonly [string, string])[] = [
  ['0', 'everything asked for was scanned, nothing was found'],
  ['1', 'findings'],
  ['2', 'wrong usage or configuration, an error from git, or a scan that is not complete and found nothing'],
]

const GROUPS: readonly Flag['group'][] = ['what to scan', 'what to report', 'how', 'other']

/** Wider is not read. */
const MAX_COLUMNS = 110
/** Where no more than so many columns are left beside the flags, what they do stands beneath them. */
const MIN_BESIDE = 30
const MARGIN = '  '
const BENEATH = 8

/** Two columns, the right one wrapped; one beneath the other where the terminal is narrow. */
function table(rows: readonly (readonly [string, string])[], left: number, columns: number): readonly string[] {
  const beside = columns - left >= MIN_BESIDE
  const indent = beside ? left : BENEATH
  return rows.flatMap(([term, meaning]) => {
    const lines = wrap(meaning, columns - indent).map(line => ' '.repeat(indent) + line)
    const head = MARGIN + term
    return beside ? [head.padEnd(indent) + lines[0]!.trimStart(), ...lines.slice(1)] : [head, ...lines]
  })
}

function term(flag: Flag): string {
  return `${flag.short ? `-${flag.short}, ` : '    '}--${flag.name}${flag.value ? ` ${flag.value}` : ''}`
}

/** The whole of `--help`, fitted to a terminal of that many columns. */
export function help(columns: number): string {
  const width = Math.min(columns, MAX_COLUMNS) - 1
  const flags: readonly Flag[] = FLAGS
  const rowsOf = (group: Flag['group']) =>
    flags.filter(flag => flag.group === group).map(flag => [term(flag), flag.help] as const)
  const widest = (rows: readonly (readonly [string, string])[]): number =>
    Math.max(...rows.map(([left]) => left.length)) + 2 * MARGIN.length
  const left = widest(GROUPS.flatMap(rowsOf))
  const sections = [
    wrap(WHAT, width),
    table(COMMANDS, widest(COMMANDS), width),
    ...GROUPS.map(group => [group, ...table(rowsOf(group), left, width)]),
    ['exit code', ...table(EXIT_CODES, widest(EXIT_CODES), width)],
  ]
  return `${sections.map(lines => lines.join('\n')).join('\n\n')}\n`
}
