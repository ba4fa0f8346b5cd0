import { FLAGS, type Flag } from './flags.ts'

const USAGE = `keyscan finds leaked keys in what you commit, in files and in the whole history of a git repository.

  keyscan [--staged]        what the next commit would contain
  keyscan PATH...           files and folders on disk
  keyscan --stdin           text from a pipe
  keyscan --history         every object of the repository
  keyscan --range A..B      what those commits bring in
  keyscan init [--undo]     install the pre-commit hook, or take it out again
`

const EXIT_CODES = `exit code
  0  everything asked for was scanned, nothing was found
  1  findings
  2  wrong usage or configuration, an error from git, or a scan that is not complete and found nothing
`

const GROUPS: readonly Flag['group'][] = ['what to scan', 'what to report', 'how', 'other']

function heading(flag: Flag): string {
  return `  ${flag.short ? `-${flag.short}, ` : '    '}--${flag.name}${flag.value ? ` ${flag.value}` : ''}`
}

/** Breaks at spaces; each further line begins under the first. */
function wrap(text: string, width: number, indent: number): string {
  const lines: string[] = ['']
  for (const word of text.split(' ')) {
    const line = lines[lines.length - 1]!
    if (line !== '' && line.length + 1 + word.length > width) lines.push(word)
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`
  }
  return lines.join(`\n${' '.repeat(indent)}`)
}

/** The whole of `--help`, fitted to a terminal of that many columns. */
export function help(columns: number): string {
  const flags: readonly Flag[] = FLAGS
  const indent = Math.max(...flags.map(flag => heading(flag).length)) + 2
  const width = Math.max(30, Math.min(columns, 110) - indent)
  const section = (group: Flag['group']): string =>
    [
      group,
      ...flags.filter(f => f.group === group).map(f => heading(f).padEnd(indent) + wrap(f.help, width, indent)),
    ].join('\n')
  return `${[USAGE, ...GROUPS.map(group => `${section(group)}\n`), EXIT_CODES].join('\n')}`
}
