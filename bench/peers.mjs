// Other scanners, each with the command line for what keyscan --history does: the whole history, checks of its own left as they come, nothing asked
// of a network, a report in a machine's format into a file. How many threads they take is left to them.
import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'

/** `{ repository, report, scratch }` → the command; a string instead: why it cannot take part. */
const PEERS = {
  gitleaks: ({ repository, report }) => [
    ...['gitleaks', 'git', '--no-banner', '--exit-code', '0'],
    ...['--report-format', 'json', '--report-path', report, repository],
  ],
  betterleaks: ({ repository, report }) => [
    ...['betterleaks', 'git', '--no-banner', '--exit-code', '0'],
    ...['--report-format', 'json', '--report-path', report, repository],
  ],
  trufflehog: ({ repository }) => [
    ...['trufflehog', 'git', `file://${repository}`, '--no-verification', '--no-update', '--json'],
  ],
  kingfisher: ({ repository, report }) => [
    ...['kingfisher', 'scan', repository, '--git-history', 'full', '--no-validate', '--no-update-check'],
    ...['--format', 'json', '--output', report],
  ],
  noseyparker: ({ repository, scratch }) => [
    ...['noseyparker', 'scan', '--git-history', 'full', '--datastore', join(scratch, 'noseyparker'), repository],
  ],
  titus: ({ repository }) => ['titus', 'scan', '--git', repository],
  'detect-secrets': 'looks at files only, at no history',
  ggshield: 'sends what it reads to a service',
  secretlint: 'looks at files only, at no history',
}

const isThere = name => spawnSync(name, ['--help'], { stdio: 'ignore', timeout: 30_000 }).error?.code !== 'ENOENT'

/** Those that are on PATH, as contestants for `timeRounds`; says of each that is there and cannot take part why. */
export function peersFor({ repository, scratch }) {
  return Object.entries(PEERS).flatMap(([name, command]) => {
    if (!isThere(name)) return []
    if (typeof command === 'string') {
      console.log(`${name} takes no part: it ${command}`)
      return []
    }
    const report = join(scratch, `${name}.json`)
    // What a run leaves behind (a datastore) would make the next one shorter.
    const prepare = () => {
      for (const left of [report, join(scratch, name), join(scratch, `${name}.ds`)]) {
        rmSync(left, { recursive: true, force: true })
      }
    }
    const output = join(scratch, `${name}.out`)
    return [{ name, commands: [command({ repository, report, scratch })], cwd: scratch, output, prepare }]
  })
}
