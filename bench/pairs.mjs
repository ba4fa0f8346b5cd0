// Times commands in turn, A B A B …, and compares them pair by pair: on a machine that others use too, only a ratio of neighbours means anything.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpus, totalmem } from 'node:os'

/** Runs commands one after the other, output thrown away; milliseconds from the first's start to the last's end. */
function elapsed(commands, cwd) {
  const started = process.hrtime.bigint()
  for (const [file, ...args] of commands) {
    const { error, signal } = spawnSync(file, args, { cwd, stdio: 'ignore' })
    if (error || signal) throw new Error(`${file} ${args.join(' ')}: ${error?.message ?? signal}`)
  }
  return Number(process.hrtime.bigint() - started) / 1e6
}

const sorted = numbers => [...numbers].sort((a, b) => a - b)
export const median = numbers => sorted(numbers)[Math.floor(numbers.length / 2)]
const rounded = number => Number(number.toFixed(number < 100 ? 3 : 0))

/** `a` and `b`: each a list of commands that run in a row. Gives minimum, median of both, and of the ratios a/b. */
export function timePairs(a, b, { cwd, runs, warmup = 2 }) {
  for (let i = 0; i < warmup; i++) {
    elapsed(a, cwd)
    elapsed(b, cwd)
  }
  const times = { a: [], b: [], ratio: [] }
  for (let i = 0; i < runs; i++) {
    // Whoever goes first changes, so that neither always finds what the other left in the caches.
    const [first, second] = i % 2 === 0 ? ['a', 'b'] : ['b', 'a']
    const commands = { a, b }
    const pair = { [first]: elapsed(commands[first], cwd) }
    pair[second] = elapsed(commands[second], cwd)
    times.a.push(pair.a)
    times.b.push(pair.b)
    times.ratio.push(pair.a / pair.b)
  }
  const figures = list => ({ min: rounded(Math.min(...list)), median: rounded(median(list)) })
  return {
    a: figures(times.a),
    b: figures(times.b),
    ratio: { ...figures(times.ratio), ofMinima: rounded(Math.min(...times.a) / Math.min(...times.b)) },
    runs,
  }
}

/** What a figure depends on, without naming the machine. */
export function surroundings() {
  const git = spawnSync('git', ['--version'], { encoding: 'utf8' }).stdout.trim()
  const commit = spawnSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).stdout.trim()
  const [cpu] = cpus()
  return {
    date: new Date().toISOString().slice(0, 10),
    keyscan: commit,
    node: process.version,
    git,
    cores: cpus().length,
    cpu: createHash('sha256')
      .update(cpu?.model ?? '')
      .digest('hex')
      .slice(0, 8),
    memoryGb: Math.round(totalmem() / 2 ** 30),
  }
}
