// A pack of more than 4 GiB: offsets of 64 bits, big blobs, deltas, the same content over and over. Is it scanned within 1.5 GB of memory, and is every
// key found that was planted? Needs about 5 GB of disk for a few minutes (--gigabytes makes it less).
//
//   npm run build && node bench/giant-pack.mjs [--gigabytes 4.2] [--folder DIR] [--keep]
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { fastImport, makeKey, randomBytes } from './fast-import.mjs'
import { peakMemory } from './peak-memory.mjs'
import { bin, record } from './surroundings.mjs'

const TARGET_MB = 1536
const MB = 1024 * 1024
const BIG = 48 * MB
const MIDDLE = 2 * MB
const VERSIONS = 200
const BIG_VERSIONS = 5
/** Hardly compressed: what is measured is the scan of a giant, not the making of it. */
const CONFIG = { 'core.compression': 0, 'pack.packSizeLimit': 0, 'core.fsync': 'none', 'fastimport.unpackLimit': 0 }

const { values } = parseArgs({
  options: {
    gigabytes: { type: 'string', default: '4.2' },
    folder: { type: 'string', default: tmpdir() },
    keep: { type: 'boolean', default: false },
  },
})
const goal = Number(values.gigabytes) * 1024 * MB

/** Where in a text the key stands: its line is its own. */
function plant(bytes, at, key) {
  bytes.write(`\ntoken = "${key}"\n`, at)
  return bytes
}

/** Text of lines, so that git makes deltas of its versions. */
const text = (count, seed) =>
  Buffer.from(
    randomBytes(Math.floor(count * 0.75), seed)
      .toString('base64')
      .replace(/.{76}/g, '$&\n'),
  )

const randomKey = (keys, name) => {
  keys.push(makeKey(name))
  return keys.at(-1)
}

/** Versions of a text and of something big, each a delta against the one before. A key comes, stays for a while, goes. */
async function fillWithDeltas({ blob, commit }, keys) {
  const page = text(MB / 2, 'page')
  const passing = randomKey(keys, 'in deltas')
  for (let version = 0; version < VERSIONS; version++) {
    const edited = Buffer.from(page)
    edited.write(`version ${version} `, 200 + version * 1000)
    if (version >= 50 && version < 150) plant(edited, MB / 4, passing)
    await commit([[await blob(edited), 'page.txt']])
  }
  const big = text(BIG / 2, 'big text')
  for (let version = 0; version < BIG_VERSIONS; version++) {
    plant(big, (version + 1) * MB, randomKey(keys, `big text ${version}`))
    await commit([[await blob(big), 'big.txt']])
  }
}

/** The mass of it, each object in full: git makes no deltas of what is over the threshold. */
async function fillWithBulk({ blob, commit }, keys) {
  let written = 0
  const store = async (bytes, path) => {
    written += bytes.length
    await commit([[await blob(bytes), path]])
  }
  // One half in big blobs, one half in middling ones; every fourth says again what one before it said, with another head.
  const repeated = randomBytes(BIG, 'repeated')
  for (let i = 0; written < goal / 2; i++) {
    const bytes = i % 4 === 3 ? Buffer.from(repeated) : randomBytes(BIG, `big ${i}`)
    bytes.write(`big ${i}`)
    if (i % 10 === 0) plant(bytes, i % 20 === 0 ? 100 : BIG - 100, randomKey(keys, `big ${i}`))
    await store(bytes, `big/${i}.bin`)
  }
  for (let i = 0; written < goal; i++) {
    const bytes = i % 2 === 0 ? text(MIDDLE, `middle ${i}`) : randomBytes(MIDDLE, `middle ${i}`)
    if (i % 200 === 0) plant(bytes, 1 * MB, randomKey(keys, `middle ${i}`))
    await store(bytes, `middle/${i}`)
  }
  await store(Buffer.from(`token = "${randomKey(keys, 'last')}"\n`), 'behind-all-else.txt')
}

const folder = mkdtempSync(join(values.folder, 'keyscan-giant-'))
const repository = join(folder, 'giant.git')
try {
  const keys = []
  let started = Date.now()
  await fastImport(repository, { ...CONFIG, 'core.bigFileThreshold': '512m' }, into => fillWithDeltas(into, keys))
  await fastImport(repository, { ...CONFIG, 'core.bigFileThreshold': '1m' }, into => fillWithBulk(into, keys))
  const packs = join(repository, 'objects', 'pack')
  const packMb = readdirSync(packs)
    .filter(name => name.endsWith('.pack'))
    .map(name => Math.round(statSync(join(packs, name)).size / MB))
  const objects = Number(
    /^in-pack: (\d+)/m.exec(execFileSync('git', ['-C', repository, 'count-objects', '-v'], { encoding: 'utf8' }))[1],
  )
  console.log(
    `made in ${Math.round((Date.now() - started) / 1000)} s: ${objects} objects in packs of ${packMb.join(', ')} MB`,
  )

  started = Date.now()
  const output = join(folder, 'report.json')
  const args = ['--history', '--format', 'json', '--no-progress', '--no-cache', '-C', repository]
  const memory = await peakMemory([process.execPath, bin, ...args], { cwd: folder, output, stderr: 'inherit' })
  const seconds = (Date.now() - started) / 1000
  const { findings, notScanned } = JSON.parse(readFileSync(output, 'utf8'))
  const found = findings.filter(({ ruleId }) => ruleId === 'github-personal-access-token').length
  console.log(
    `scanned in ${seconds.toFixed(1)} s, peak ${memory.ownMb} MB (and ${memory.childrenMb} MB in children), target ${TARGET_MB} MB`,
  )
  console.log(
    `${found} of ${keys.length} planted keys found; other findings: ${findings.length - found}; not scanned: ${notScanned.length}`,
  )
  for (const { what, why } of notScanned.slice(0, 5)) console.log(`  ${what}: ${why}`)
  record('giant-pack', { packMb, objects, seconds, memory, planted: keys.length, found, notScanned: notScanned.length })
  if (found !== keys.length || notScanned.length > 0 || memory.ownMb > TARGET_MB) process.exitCode = 1
} finally {
  if (values.keep) console.log(`kept: ${repository}`)
  else rmSync(folder, { recursive: true, force: true })
}
