// Ten times the history must cost at most ten times the time. Makes one history and one ten times as long, the same files edited in the same manner.
//
//   npm run build && node bench/growth.mjs [--commits 2000] [--runs 3]
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { fastImport, makeKey, randomBytes } from './fast-import.mjs'
import { timeRounds } from './rounds.mjs'
import { bin, record } from './surroundings.mjs'

const TIMES = 10
const FILES = 200
const LINES = 150
/** A key comes into a file every so many commits and goes with the next edit of that line. */
const COMMITS_PER_KEY = 500

const { values } = parseArgs({
  options: { commits: { type: 'string', default: '2000' }, runs: { type: 'string', default: '3' } },
})

const line = seed => `  const value = call('${randomBytes(24, seed).toString('base64url')}', options) // and why`

async function fill({ blob, commit }, commits) {
  const files = Array.from({ length: FILES }, (_, file) =>
    Array.from({ length: LINES }, (_, i) => line(`${file} ${i}`)),
  )
  const store = async file => [
    await blob(Buffer.from(`${files[file].join('\n')}\n`)),
    `src/${file % 20}/file-${file}.ts`,
  ]
  const first = []
  for (let file = 0; file < FILES; file++) first.push(await store(file))
  await commit(first)
  for (let i = 1; i <= commits; i++) {
    const [a, b, at] = randomBytes(3, `commit ${i}`)
    files[a % FILES][at % LINES] = i % COMMITS_PER_KEY === 0 ? `  const token = '${makeKey(i)}'` : line(`commit ${i}`)
    files[b % FILES].splice(at % LINES, 1, line(`again ${i}`))
    const changed = [...new Set([a % FILES, b % FILES])]
    const changes = []
    for (const file of changed) changes.push(await store(file))
    await commit(changes)
  }
}

const folder = mkdtempSync(join(tmpdir(), 'keyscan-growth-'))
try {
  const contestants = []
  for (const times of [1, TIMES]) {
    const repository = join(folder, `${times}.git`)
    await fastImport(repository, { 'core.compression': 1 }, into => fill(into, times * Number(values.commits)))
    execFileSync('git', ['-C', repository, 'repack', '-a', '-d', '-f', '-q', '--window=10'])
    const command = [process.execPath, bin, '--history', '--no-cache', '-C', repository]
    contestants.push({
      name: `x${times}`,
      commands: [command],
      cwd: folder,
      output: join(folder, `${times}.out`),
      exits: [0, 1],
    })
  }
  const figures = timeRounds(contestants, { baseline: 'x1', runs: Number(values.runs) })
  const [one, ten] = figures
  console.log(
    `${values.commits} commits ${one.ms.median} ms, ten times as many ${ten.ms.median} ms: ` +
      `ratio median ${ten.ratio.median}, of minima ${ten.ratio.ofMinima}; target ${TIMES}`,
  )
  record('growth', { commits: Number(values.commits), runs: Number(values.runs), results: figures })
} finally {
  rmSync(folder, { recursive: true, force: true })
}
