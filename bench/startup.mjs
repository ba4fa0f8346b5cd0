// What a pre-commit hook costs: `keyscan --staged` with 1 and with 50 changed files, against the least that any such tool can take, an empty node
// followed by one git that compares the index. Target: at most 1.4.
//
//   npm run build && node bench/startup.mjs PATH-OF-A-CLONE-OF-VUEJS/CORE [--runs 40]
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { timeRounds } from './rounds.mjs'
import { bin, record } from './surroundings.mjs'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: 'string', default: '40' } },
})
if (positionals.length !== 1) throw new Error('give the path of a clone: node bench/startup.mjs PATH')

const folder = mkdtempSync(join(tmpdir(), 'keyscan-bench-'))
const clone = join(folder, 'clone')
const git = (...args) => execFileSync('git', args, { cwd: clone, encoding: 'utf8' })
try {
  execFileSync('git', ['clone', '--quiet', resolve(positionals[0]), clone])
  const sources = git('ls-files', '-z', '--', '*.ts').split('\0').filter(Boolean)
  const results = []
  for (const count of [1, 50]) {
    git('reset', '--quiet', '--hard')
    for (const file of sources.slice(0, count)) {
      const path = join(clone, file)
      writeFileSync(path, `${readFileSync(path, 'utf8')}\nexport const added = 1\n`)
    }
    git('add', '--all')
    const least = [
      [process.execPath, '-e', '0'],
      ['git', 'diff-index', '--cached', '--raw', '-z', 'HEAD'],
    ]
    const [keyscan, floor] = timeRounds(
      [
        { name: 'keyscan', commands: [[process.execPath, bin, '--staged']], cwd: clone },
        { name: 'node and git', commands: least, cwd: clone },
      ],
      { baseline: 'node and git', runs: Number(values.runs), warmup: 4 },
    )
    results.push({ changedFiles: count, contest: [keyscan, floor] })
    console.log(
      `${String(count).padStart(2)} changed files: keyscan ${keyscan.ms.median} ms, node and git ${floor.ms.median} ms, ` +
        `ratio median ${keyscan.ratio.median}, of minima ${keyscan.ratio.ofMinima}`,
    )
  }
  record('startup', { runs: Number(values.runs), results })
} finally {
  rmSync(folder, { recursive: true, force: true })
}
