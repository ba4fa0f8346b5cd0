// What an audit costs: `keyscan --history` with attribution and output, against git printing every object of the same repository.
//
//   npm run build && node bench/history.mjs PATH... [--runs 3]

import { appendFileSync, mkdirSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { surroundings, timePairs } from './pairs.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const bin = join(here, '..', 'dist', 'keyscan.cjs')
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: 'string', default: '3' } },
})
if (positionals.length === 0) throw new Error('give paths of clones: node bench/history.mjs PATH...')

const results = positionals.map(path => {
  const cwd = resolve(path)
  const figures = timePairs(
    [[process.execPath, bin, '--history']],
    [['git', 'cat-file', '--batch-all-objects', '--batch', '--unordered', '--buffer']],
    { cwd, runs: Number(values.runs), warmup: 1 },
  )
  const name = basename(cwd.replace(/[\\/](?:\.git|repo)$/, ''))
  console.log(
    `${name}: keyscan ${figures.a.median} ms, git cat-file ${figures.b.median} ms, ` +
      `ratio median ${figures.ratio.median}, of minima ${figures.ratio.ofMinima}`,
  )
  return { repository: name, ...figures }
})
mkdirSync(join(here, 'results'), { recursive: true })
appendFileSync(join(here, 'results', 'history.jsonl'), `${JSON.stringify({ ...surroundings(), results })}\n`)
