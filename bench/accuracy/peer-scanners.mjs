// Other scanners over the files of a folder, each with the checks it comes with and nothing asked of a network: `[{ path, line, rule }]`, never a value.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join, relative } from 'node:path'
import { env } from 'node:process'

/** detect-secrets takes minutes for a tree of ten thousand files. */
const TIME_LIMIT = 10 * 60_000
const ENOUGH = 2 ** 31 - 1
const PRESET = JSON.stringify({ rules: [{ id: '@secretlint/secretlint-rule-preset-recommend' }] })
/** `path:line:column: message [Error/preset > rule]` */
const SECRETLINT = /^(?<path>.+?):(?<line>\d+):\d+: .*\[\w+\/(?<rule>[^\]]+)\]$/gm

const json = file => JSON.parse(readFileSync(file, 'utf8') || '[]')

const SCANNERS = {
  gitleaks: {
    command: report => [
      'dir',
      '.',
      '--no-banner',
      '--exit-code',
      '0',
      '--report-format',
      'json',
      '--report-path',
      report,
    ],
    read: ({ report }) => json(report).map(({ File: path, StartLine: line, RuleID: rule }) => ({ path, line, rule })),
  },
  kingfisher: {
    command: report => [
      ...['scan', '.', '--git-history', 'none', '--no-validate', '--no-update-check', '--format', 'json'],
      ...['--output', report],
    ],
    read: ({ report }) =>
      json(report).findings.map(({ rule, finding }) => ({ path: finding.path, line: finding.line, rule: rule.id })),
  },
  'detect-secrets': {
    command: () => ['-C', '.', 'scan', '--all-files'],
    read: ({ stdout }) =>
      Object.entries(JSON.parse(stdout).results).flatMap(([path, found]) =>
        found.map(({ type: rule, line_number: line }) => ({ path, line, rule })),
      ),
  },
  secretlint: {
    command: () => ['--secretlintrcJSON', PRESET, '--format', 'unix', '--no-color', '--no-gitignore', '**/*'],
    read: ({ stdout, folder }) =>
      [...stdout.matchAll(SECRETLINT)].map(({ groups: { path, line, rule } }) => ({
        path: relative(folder, path),
        line: Number(line),
        rule: rule.split('secretlint-rule-').at(-1),
      })),
  },
}

/** Those that are in the folder given, or on PATH, and among those asked for. A scan that takes too long tells nothing. */
export function peerScanners({ directory, only, scratch }) {
  const places = directory ? [directory] : env.PATH.split(delimiter)
  return Object.entries(SCANNERS).flatMap(([name, { command, read }]) => {
    const program = places.map(place => join(place, name)).find(existsSync)
    if (program === undefined || !(only?.includes(name) ?? true)) return []
    const scan = folder => {
      const report = join(scratch, `${name}.json`)
      const options = { cwd: folder, encoding: 'utf8', maxBuffer: ENOUGH, timeout: TIME_LIMIT }
      const { stdout, error } = spawnSync(program, command(report), options)
      if (error?.code === 'ETIMEDOUT') return undefined
      if (error) throw error
      return read({ report, stdout, folder }).map(one => ({ ...one, path: one.path.replace(/^\.\//, '') }))
    }
    return [{ name, scan }]
  })
}
