import { FORMAT_NAMES } from '../reporters/formats.ts'

/**
 * Every flag as data: the parser, `--help` and the table in the README are made from this one list.
 */
export interface Flag {
  readonly name: string
  readonly short?: string
  /** Shown for its value; absent: a switch. */
  readonly value?: string
  readonly repeatable?: boolean
  readonly help: string
  readonly group: 'what to scan' | 'what to report' | 'how' | 'other'
}

export const FLAGS = [
  { name: 'staged', group: 'what to scan', help: 'what the next commit would contain (the default)' },
  { name: 'history', group: 'what to scan', help: 'every object of the repository' },
  { name: 'range', value: 'A..B', group: 'what to scan', help: 'what those commits bring in, merges included' },
  { name: 'stdin', group: 'what to scan', help: 'text from a pipe' },
  { name: 'name', value: 'FILE', group: 'what to scan', help: 'with --stdin: the path to judge the text by' },
  {
    name: 'since',
    value: 'DATE',
    group: 'what to scan',
    help: 'with --history: only what commits since then bring in',
  },
  { name: 'branch', value: 'REF', group: 'what to scan', help: 'with --history: only what REF reaches' },
  {
    name: 'reachable-only',
    group: 'what to scan',
    help: 'with --history: leave out dangling objects and the reflog',
  },
  { name: 'no-ignore', group: 'what to scan', help: 'with PATH: files that .gitignore leaves out as well' },
  {
    name: 'format',
    short: 'f',
    value: 'NAME[=FILE]',
    repeatable: true,
    group: 'what to report',
    help: `${FORMAT_NAMES.join(', ')}; to FILE instead of standard output; repeatable`,
  },
  {
    name: 'min-confidence',
    value: 'LEVEL',
    group: 'what to report',
    help: 'low, medium (the default) or high: what lies below is counted, listed nowhere, fails nothing',
  },
  { name: 'rule', value: 'ID', repeatable: true, group: 'what to report', help: 'only this rule; repeatable' },
  { name: 'all-places', group: 'what to report', help: 'every version that holds a secret, not just first and last' },
  { name: 'show-secrets', group: 'what to report', help: 'print the secrets themselves' },
  { name: 'allow-incomplete', group: 'what to report', help: 'what could not be scanned is said but fails nothing' },
  { name: 'directory', short: 'C', value: 'DIR', group: 'how', help: 'run as if started in DIR' },
  { name: 'config', value: 'FILE', group: 'how', help: 'instead of .keyscan.toml or package.json#keyscan' },
  { name: 'no-cache', group: 'how', help: 'with --history: look at what an earlier scan found clean as well' },
  {
    name: 'threads',
    value: 'N',
    group: 'how',
    help: 'with --history: share the work among N threads (default: as many as there are cores, at most 8)',
  },
  { name: 'no-color', group: 'how', help: 'no colour, whatever the terminal' },
  { name: 'no-progress', group: 'how', help: 'no progress line on standard error' },
  { name: 'quiet', short: 'q', group: 'how', help: 'nothing when there is nothing to say, less otherwise' },
  { name: 'verbose', short: 'v', group: 'how', help: 'all places, reasons and what was not scanned' },
  { name: 'text', value: 'LINE', group: 'other', help: 'with explain: the text to explain' },
  { name: 'force', group: 'other', help: 'with migrate: replace the .keyscan.toml that is there' },
  { name: 'undo', group: 'other', help: 'with init: take back what it wrote' },
  { name: 'help', short: 'h', group: 'other', help: 'this text' },
  { name: 'version', group: 'other', help: 'the version' },
] as const satisfies readonly Flag[]

export type FlagName = (typeof FLAGS)[number]['name']
