// Times commands in turn, A B C, B C A …, and compares them round by round: on a machine that others use too, only a ratio of neighbours means anything.
import { spawnSync } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'

const sorted = numbers => [...numbers].sort((a, b) => a - b)
const median = numbers => sorted(numbers)[Math.floor(numbers.length / 2)]
const rounded = number => Number(number.toFixed(number < 100 ? 3 : 0))
const figures = list => ({ min: rounded(Math.min(...list)), median: rounded(median(list)) })

/** Runs commands one after the other; milliseconds from the first's start to the last's end, and the exit code of the last. */
function elapsed({ commands, cwd, output, prepare, exits }) {
  prepare?.()
  const sink = output === undefined ? 'ignore' : openSync(output, 'w')
  try {
    let code = 0
    const started = process.hrtime.bigint()
    for (const [file, ...args] of commands) {
      const { error, signal, status } = spawnSync(file, args, { cwd, stdio: ['ignore', sink, 'ignore'] })
      if (error || signal) throw new Error(`${file} ${args.join(' ')}: ${error?.message ?? signal}`)
      if (exits && !exits.includes(status)) throw new Error(`${file} ${args.join(' ')}: exit code ${status}`)
      code = status
    }
    return { ms: Number(process.hrtime.bigint() - started) / 1e6, code }
  } finally {
    if (sink !== 'ignore') closeSync(sink)
  }
}

/**
 * Each contestant: `name`, `commands` that run in a row, `cwd`, `output` (a file; otherwise thrown away), `prepare` (not timed),
 * `exits` (the codes it may end with; otherwise any). Gives for each its
 * times, its exit code, and the ratios to the `baseline` of the same round.
 */
export function timeRounds(contestants, { baseline, runs, warmup = 1 }) {
  for (let i = 0; i < warmup; i++) for (const one of contestants) elapsed(one)
  const rounds = Array.from({ length: runs }, (_, round) => {
    // Whoever goes first changes, so that nobody always finds what the same other left in the caches.
    const turn = contestants.map((_, i) => contestants[(i + round) % contestants.length])
    return new Map(turn.map(one => [one.name, elapsed(one)]))
  })
  return contestants.map(({ name }) => {
    const times = rounds.map(round => round.get(name).ms)
    const base = rounds.map(round => round.get(baseline).ms)
    const ratios = times.map((ms, i) => ms / base[i])
    const ofMinima = rounded(Math.min(...times) / Math.min(...base))
    return {
      name,
      ms: figures(times),
      ratio: { ...figures(ratios), ofMinima },
      exit: rounds.at(-1).get(name).code,
    }
  })
}
