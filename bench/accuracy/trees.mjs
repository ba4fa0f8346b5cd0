// Precision on real repositories: the files at a commit of each, and of some the whole history that leads to it, against what was judged by eye.
// What is not judged yet is listed as it is found, and may be judged while the rest is scanned: labels are read again at the end.
// FOLDER holds bare clones as owner/name.git; what is not there is cloned from GitHub.
//
//   npm run build && node bench/accuracy/trees.mjs FOLDER [OWNER/NAME...]
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { argv } from 'node:process'
import { bin, record } from '../surroundings.mjs'
import { checkOut } from './check-out.mjs'
import { readLabels } from './labels.mjs'
import { TREES } from './tree-list.mjs'

const LEVELS = ['high', 'medium']
const PER_LINES = 200_000
const [folder, ...wanted] = argv.slice(2)
if (folder === undefined) throw new Error('which folder holds the clones?')
const scratch = mkdtempSync(join(tmpdir(), 'trees-'))

const asked = TREES.filter(({ repository }) => wanted.length === 0 || wanted.includes(repository))
const heads = []
const histories = []
let lines = 0
for (const tree of asked) {
  const clone = cloneOf(tree)
  const files = join(scratch, tree.repository)
  lines += checkOut(clone, tree.commit, files)
  heads.push(...of(tree, findingsOf(files, ['--no-ignore', '.'], tree.commit)))
  rmSync(files, { recursive: true })
  if (tree.history) histories.push(...of(tree, findingsOf(clone, ['--history', '--branch', tree.commit])))
}
rmSync(scratch, { recursive: true })
report(judged(heads), judged(histories))

function cloneOf({ repository }) {
  const clone = join(folder, `${repository}.git`)
  if (existsSync(clone)) return clone
  mkdirSync(dirname(clone), { recursive: true })
  const { status } = spawnSync('git', ['clone', '--bare', '--quiet', `https://github.com/${repository}`, clone], {
    stdio: 'inherit',
  })
  if (status !== 0) throw new Error(`no clone of ${repository}`)
  return clone
}

/** Files on disk have no commit: theirs is the one they were checked out from. */
function findingsOf(directory, what, commit) {
  const out = join(scratch, 'report.json')
  const options = ['--all-places', '--allow-incomplete', '--no-progress', '--format', `json=${out}`]
  const { status } = spawnSync(process.execPath, [bin, ...what, ...options], {
    cwd: directory,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (status !== 0 && status !== 1) throw new Error(`keyscan ended with ${status}`)
  return JSON.parse(readFileSync(out, 'utf8')).findings.map(finding => ({
    ...finding,
    places: finding.places.map(place => ({ commit, ...place })),
  }))
}

function of({ repository }, findings) {
  const found = findings.map(finding => ({ ...finding, repository }))
  for (const one of judged(found)) if (one.verdict === undefined) list(one)
  return found
}

function judged(findings) {
  const labelOf = readLabels()
  return findings.map(finding => ({ ...finding, verdict: labelOf(finding, finding.repository)?.verdict }))
}

function list({ repository, ruleId, confidence, places: [{ commit, path, line }], verdict }) {
  console.log(`${verdict ?? 'not judged'}  ${confidence} ${ruleId} ${repository} ${commit} ${path}:${line}`)
}

function report(heads, histories) {
  for (const one of [...heads, ...histories]) if (one.verdict !== 'real') list(one)
  const falseOnes = heads.filter(({ verdict }) => verdict === 'false').length
  const results = {
    repositories: asked.length,
    heads: { lines, ...figuresOf(heads), falsePer200kLines: Number(((falseOnes * PER_LINES) / lines).toFixed(2)) },
    histories: { repositories: asked.filter(({ history }) => history).length, ...figuresOf(histories) },
  }
  console.log(JSON.stringify(results, undefined, 2))
  if (wanted.length === 0) record('accuracy', { trees: results })
}

function figuresOf(findings) {
  return Object.fromEntries(LEVELS.map(level => [level, figures(findings.filter(one => one.confidence === level))]))
}

function figures(findings) {
  const count = verdict => findings.filter(one => one.verdict === verdict).length
  const real = count('real')
  const wrong = count('false')
  const judgedOnes = real + wrong
  return {
    findings: findings.length,
    real,
    false: wrong,
    notJudged: count(undefined),
    ...(judgedOnes > 0 && { precision: Number(((100 * real) / judgedOnes).toFixed(1)) }),
  }
}
