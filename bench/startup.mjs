// What a pre-commit hook costs: `keyscan --staged` with 1 and with 50 changed files, against the least that any such tool can take, an empty node
// followed by one git that compares the index. Target: at most 1.4.
//
//   npm run build && node bench/startup.mjs PATH-OF-A-CLONE-OF-VUEJS/CORE [--runs 40]
import { execFileSync } from 'node:child_process'
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { surroundings, timePairs } from './pairs.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const bin = join(here, '..', 'dist', 'keyscan.cjs')
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
    const figures = timePairs(
      [[process.execPath, bin, '--staged']],
      [
        [process.execPath, '-e', '0'],
        ['git', 'diff-index', '--cached', '--raw', '-z', 'HEAD'],
      ],
      { cwd: clone, runs: Number(values.runs) },
    )
    results.push({ changedFiles: count, ...figures })
    console.log(
      `${String(count).padStart(2)} changed files: keyscan ${figures.a.median} ms, node and git ${figures.b.median} ms, ` +
        `ratio median ${figures.ratio.median}, of minima ${figures.ratio.ofMinima}`,
    )
  }
  mkdirSync(join(here, 'results'), { recursive: true })
  appendFileSync(join(here, 'results', 'startup.jsonl'), `${JSON.stringify({ ...surroundings(), results })}\n`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
