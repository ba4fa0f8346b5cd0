// Is what the pack reader finds exactly what is found in every object read in full by git? Both ways of scanning the same history are held against
// each other, finding by finding and place by place. Ends with 1 where they differ.
//
//   npm run build && node bench/history-exact.mjs PATH...
import { spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { bin } from './surroundings.mjs'

/** How many differences are worth reading. */
const SHOWN = 20
const WAYS = { normal: {}, 'cat-file': { KEYSCAN_ENGINE: 'cat-file' } }
// All that there is: what lies below a threshold must be the same too, and no cache may answer for either.
const ARGUMENTS = [
  '--history',
  '--all-places',
  '--min-confidence',
  'low',
  '--format',
  'json',
  '--no-progress',
  '--no-cache',
]

function scan(repository, env, file) {
  const sink = openSync(file, 'w')
  const args = [bin, ...ARGUMENTS, '-C', repository]
  const started = Date.now()
  const { status, error } = spawnSync(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', sink, 'inherit'],
  })
  closeSync(sink)
  if (error) throw error
  return { status, seconds: (Date.now() - started) / 1000 }
}

/** Every fact of a report as a line of its own: a finding, one of its places, something that was not scanned, the counts. */
function factsOf(file) {
  const { scan: info, findings, notScanned } = JSON.parse(readFileSync(file, 'utf8'))
  const facts = new Set([`scan: ${JSON.stringify({ ...info, elapsedMs: 0 })}`])
  for (const { what, why } of notScanned) facts.add(`not scanned: ${what}: ${why}`)
  for (const { places, ...finding } of findings) {
    const name = `${finding.ruleId} ${finding.fingerprint}`
    facts.add(`${name}: ${JSON.stringify(finding)}`)
    for (const place of places) facts.add(`${name} at ${JSON.stringify(place)}`)
  }
  return { facts, findings: findings.length, places: findings.flatMap(({ places }) => places).length }
}

const scratch = mkdtempSync(join(tmpdir(), 'keyscan-bench-'))
try {
  const paths = process.argv.slice(2)
  if (paths.length === 0) throw new Error('give paths of clones: node bench/history-exact.mjs PATH...')
  for (const path of paths.map(one => resolve(one))) {
    const [a, b] = Object.entries(WAYS).map(([way, env]) => {
      const file = join(scratch, `${way}.json`)
      return { way, ...scan(path, env, file), ...factsOf(file) }
    })
    const name = basename(path.replace(/[\\/](?:\.git|repo)$/, ''))
    const only = (one, other) =>
      [...one.facts].filter(fact => !other.facts.has(fact)).map(fact => `  only ${one.way}: ${fact}`)
    const differences = [...only(a, b), ...only(b, a)]
    if (a.status !== b.status) differences.push(`  exit code ${a.status} ${a.way}, ${b.status} ${b.way}`)
    const times = `${a.seconds.toFixed(1)} s ${a.way}, ${b.seconds.toFixed(1)} s ${b.way}`
    if (differences.length === 0) {
      console.log(`${name}: identical: ${a.findings} findings, ${a.places} places (${times})`)
    } else {
      console.log(`${name}: ${differences.length} differences (${times})`)
      console.log(differences.slice(0, SHOWN).join('\n'))
      process.exitCode = 1
    }
  }
} finally {
  rmSync(scratch, { recursive: true, force: true })
}
