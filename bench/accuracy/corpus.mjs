// How much is found of what a script made by the rules' own examples, and how much of what is harmless is told. Everything is made in a temporary
// folder; the report names rules and contexts, no values. A figure for each rule that misses one, and a line into bench/results/accuracy.jsonl.
//
//   npm run build && node bench/accuracy/corpus.mjs [RULE...] [--keep] [--seed=NUMBER]
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { argv } from 'node:process'
import { bin, record } from '../surroundings.mjs'
import { loadRules } from './load-rules.mjs'
import { harmlessFiles, negativesOf } from './negatives.mjs'
import { positivesOf } from './positives.mjs'

const LEVELS = ['low', 'medium', 'high']
const wanted = argv.slice(2).filter(arg => !arg.startsWith('--'))
// No name that says "test" or "example": a path is one of the things that a value is judged by.
const folder = mkdtempSync(join(tmpdir(), 'service-'))

const tools = await loadRules()
const asked = tools.rules.filter(({ rule }) => wanted.length === 0 || wanted.includes(rule.id))
const positives = asked.flatMap(one => positivesOf(one, tools))
const negatives = [
  ...asked.flatMap(one => negativesOf(one, tools)),
  ...(wanted.length === 0 ? harmlessFiles(tools) : []),
]
const files = [...positives, ...negatives]
files.forEach((file, index) => {
  file.at = join(`s${Math.floor(index / 200)}`, `f${index}`, file.path)
  mkdirSync(dirname(join(folder, file.at)), { recursive: true })
  writeFileSync(join(folder, file.at), file.content)
})

const generic = new Set(tools.rules.filter(({ rule }) => rule.generic).map(({ rule }) => rule.id))
const findings = findingsOf(folder)
report()
if (!argv.includes('--keep')) rmSync(folder, { recursive: true })
else console.log(`kept in ${folder}`)

/** Of each file: what was found in it. */
function findingsOf(directory) {
  const out = join(directory, 'report.json')
  const options = ['--no-ignore', '--all-places', '--show-secrets', '--min-confidence', 'low', '--allow-incomplete']
  const { status } = spawnSync(process.execPath, [bin, ...options, '--no-progress', '--format', `json=${out}`, '.'], {
    cwd: directory,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (status !== 1) throw new Error(`keyscan ended with ${status}`)
  const byFile = new Map()
  for (const finding of JSON.parse(readFileSync(out, 'utf8')).findings) {
    for (const { path } of finding.places) {
      const at = relative('.', path.split('!')[0])
      byFile.set(at, [...(byFile.get(at) ?? []), finding])
    }
  }
  return byFile
}

function report() {
  const missed = positives.filter(one => !isFound(one))
  const told = negatives.filter(one => wrong(one).length > 0)
  for (const { rule } of asked) {
    const list = missed.filter(one => one.rule === rule)
    if (list.length === 0) continue
    const where = list.map(({ context, at }) => `${context} (${at})`)
    console.log(
      `missed ${list.length} of ${positives.filter(one => one.rule === rule).length}  ${rule.id}: ${where.join(', ')}`,
    )
  }
  for (const one of told) {
    const by = wrong(one).map(({ ruleId, confidence }) => `${ruleId} (${confidence})`)
    console.log(`told ${one.kind}${one.rule ? ` of ${one.rule.id}` : ''} ${one.at}: ${by.join(', ')}`)
  }
  const results = {
    rules: new Set(positives.map(({ rule }) => rule.id)).size,
    vendor: recallOf(({ rule }) => !rule.generic),
    generic: recallOf(({ rule }) => rule.generic),
    negatives: { files: negatives.length, told: percent(told.length, negatives.length) },
  }
  console.log(JSON.stringify(results, undefined, 2))
  if (wanted.length === 0) record('accuracy', { corpus: results })

  function recallOf(isAsked) {
    const all = positives.filter(isAsked)
    const found = all.filter(one => !missed.includes(one))
    const named = found.filter(one => one.rule.generic || foundBy(one).some(({ ruleId }) => !generic.has(ruleId)))
    const recall = percent(found.length, all.length)
    return { positives: all.length, recall, withVendor: percent(named.length, all.length) }
  }
}

function percent(some, all) {
  return Number(((100 * some) / Math.max(1, all)).toFixed(3))
}

/** By whatever rule: the most specific one wins. */
function foundBy({ at, secret }) {
  return (findings.get(at) ?? []).filter(
    ({ secret: found = '' }) => found !== '' && (same(found, secret) || same(secret, found)),
  )
}

/** A rule that says itself that it is of low confidence is held to that. */
function isFound(one) {
  const least = Math.min(LEVELS.indexOf(one.rule.confidence), LEVELS.indexOf('medium'))
  return foundBy(one).some(({ confidence }) => LEVELS.indexOf(confidence) >= least)
}

/** Line ends and indentation are the file's. */
function same(whole, part) {
  const plain = text => text.replace(/\s*\n\s*/g, '\n')
  return plain(whole).includes(plain(part))
}

/** What would be told without asking for more. A counter-example of one rule may well be a key of another, or of nobody in particular. */
function wrong({ rule, at, kind }) {
  return (findings.get(at) ?? []).filter(
    ({ ruleId, confidence }) => confidence !== 'low' && (kind !== 'counter-example' || ruleId === rule.id),
  )
}
