import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { appendFileSync, mkdirSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))

/** The program as it is shipped: `npm run build` makes it. */
export const bin = join(here, '..', 'dist', 'keyscan.cjs')

const say = (...args) => execFileSync('git', args, { cwd: here, encoding: 'utf8' }).trim()

/** What a figure depends on, without naming the machine. */
function surroundings() {
  const [cpu] = cpus()
  const model = createHash('sha256').update(cpu?.model ?? '')
  return {
    date: new Date().toISOString().slice(0, 10),
    keyscan: say('rev-parse', '--short', 'HEAD') + (say('status', '--porcelain', '--', '../src', '../rules') && '+'),
    node: process.version,
    git: say('--version'),
    cores: cpus().length,
    cpu: model.digest('hex').slice(0, 8),
    memoryGb: Math.round(totalmem() / 2 ** 30),
  }
}

/** Adds a line to `bench/results/NAME.jsonl`. */
export function record(name, results) {
  mkdirSync(join(here, 'results'), { recursive: true })
  appendFileSync(join(here, 'results', `${name}.jsonl`), `${JSON.stringify({ ...surroundings(), ...results })}\n`)
}
