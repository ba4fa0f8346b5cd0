// What an audit costs: `keyscan --history` with attribution and output, against git printing every object of the same repository. Targets: at most
// 0.5 on vuejs/core, curl/curl and git/git, 0.6 on redis/redis and langchain-ai/langchainjs, 1.0 and start-up on expressjs/express.
//
//   npm run build && node bench/history.mjs PATH... [--runs 5] [--warmup 1] [--again] [--peers] [--note TEXT]
//
// `--again`: a second audit as well, which may pass over what the first found clean (it leaves a cache in the repository's git directory).
// `--peers`: whichever other scanners are on PATH take their turns too (peers.mjs).
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { peakMemory } from './peak-memory.mjs'
import { peersFor } from './peers.mjs'
import { timeRounds } from './rounds.mjs'
import { bin, record } from './surroundings.mjs'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string', default: '5' },
    warmup: { type: 'string', default: '1' },
    again: { type: 'boolean', default: false },
    peers: { type: 'boolean', default: false },
    note: { type: 'string' },
  },
})
if (positionals.length === 0) throw new Error('give paths of clones: node bench/history.mjs PATH...')

/** `…/vuejs+core/repo`, `…/core.git`, `…/core/.git` → a name without the machine's folders. */
const nameOf = path =>
  basename(path.replace(/[\\/](?:\.git|repo)$/, ''))
    .replace(/\.git$/, '')
    .replace('+', '/')

const scratch = mkdtempSync(join(tmpdir(), 'keyscan-bench-'))
try {
  const results = []
  for (const repository of positionals.map(path => resolve(path))) {
    const output = join(scratch, 'keyscan.out')
    const keyscan = [process.execPath, bin, '--history', '-C', repository]
    const again = { name: 'keyscan, second audit', commands: [keyscan], cwd: scratch, output: `${output}.again` }
    const git = ['git', 'cat-file', '--batch-all-objects', '--batch', '--unordered', '--buffer']
    const contestants = [
      { name: 'keyscan', commands: [[...keyscan, '--no-cache']], cwd: scratch, output },
      { name: 'git cat-file', commands: [git], cwd: repository },
      ...(values.again ? [again] : []),
      ...(values.peers ? peersFor({ repository, scratch }) : []),
    ]
    const figures = timeRounds(contestants, {
      baseline: 'git cat-file',
      runs: Number(values.runs),
      warmup: Number(values.warmup),
    })
    const memory = []
    for (const { commands, cwd, output, prepare } of contestants) {
      prepare?.()
      memory.push(await peakMemory(commands[0], { cwd, output }))
    }
    console.log(`\n${nameOf(repository)}: ratios to git cat-file in the same round, ${values.runs} rounds`)
    console.table(
      Object.fromEntries(
        figures.map(({ name, ms, ratio, exit }, i) => [
          name,
          {
            'ms min': ms.min,
            'ms median': ms.median,
            'ratio min': ratio.min,
            'ratio median': ratio.median,
            'peak MB': memory[i].ownMb,
            'children MB': memory[i].childrenMb,
            exit,
          },
        ]),
      ),
    )
    const contest = figures.map((figure, i) => ({ ...figure, memory: memory[i] }))
    results.push({ repository: nameOf(repository), contest })
  }
  record('history', { runs: Number(values.runs), ...(values.note && { note: values.note }), results })
} finally {
  rmSync(scratch, { recursive: true, force: true })
}
