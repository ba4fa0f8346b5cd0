// What other scanners report in the files of real repositories, and keyscan does not: by place, in a file, to be gone through. What came of that is in
// bench/accuracy/peers.md. FOLDER holds bare clones as for trees.mjs.
//
//   npm run build && node bench/accuracy/peers.mjs FOLDER [--peers-dir DIR] [--only SCANNER]... [--out FILE] [OWNER/NAME...]
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { bin, record } from '../surroundings.mjs'
import { checkOut } from './check-out.mjs'
import { peerScanners } from './peer-scanners.mjs'
import { TREES } from './tree-list.mjs'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    'peers-dir': { type: 'string' },
    only: { type: 'string', multiple: true },
    out: { type: 'string', default: 'peers.jsonl' },
  },
})
const [folder, ...wanted] = positionals
if (folder === undefined) throw new Error('which folder holds the clones?')

const scratch = mkdtempSync(join(tmpdir(), 'peers-'))
const scanners = peerScanners({ directory: values['peers-dir'], only: values.only, scratch })
const results = Object.fromEntries(
  scanners.map(({ name }) => [name, { trees: 0, reported: 0, shared: 0, low: 0, alone: 0 }]),
)
const alone = []
for (const { repository, commit } of TREES) {
  if (wanted.length > 0 && !wanted.includes(repository)) continue
  const files = join(scratch, repository)
  checkOut(join(folder, `${repository}.git`), commit, files)
  const ours = placesOf(files)
  for (const { name, scan } of scanners) {
    const all = scan(files)
    if (!all) console.log(`${name} takes too long for ${repository}`)
    else results[name].trees++
    for (const found of all ?? []) {
      const confidence = ours(found)
      results[name].reported++
      results[name][confidence === 'low' ? 'low' : confidence ? 'shared' : 'alone']++
      if (confidence === undefined) alone.push({ repository, peer: name, ...found })
    }
  }
  rmSync(files, { recursive: true })
}
rmSync(scratch, { recursive: true })
writeFileSync(values.out, alone.map(one => `${JSON.stringify(one)}\n`).join(''))
console.log(JSON.stringify(results, undefined, 2), `what keyscan does not report: ${values.out}`)
if (wanted.length === 0 || values.only) record('accuracy', { peers: results })

/** With what confidence keyscan tells something at a place, of several the highest: a finding may be of many lines, a file of all. */
function placesOf(files) {
  const out = join(scratch, 'keyscan.json')
  const options = ['--no-ignore', '--all-places', '--min-confidence', 'low', '--allow-incomplete', '--no-progress']
  spawnSync(process.execPath, [bin, ...options, '--format', `json=${out}`, '.'], { cwd: files, stdio: 'ignore' })
  const byPath = new Map()
  for (const { confidence, verdict, places } of JSON.parse(readFileSync(out, 'utf8')).findings) {
    for (const { path, line, endLine } of places) {
      const span = verdict.file ? { from: 0, to: Number.POSITIVE_INFINITY } : { from: line, to: endLine ?? line }
      byPath.set(path.split('!')[0], [...(byPath.get(path.split('!')[0]) ?? []), { ...span, confidence }])
    }
  }
  return ({ path, line }) => {
    const here = (byPath.get(path) ?? []).filter(({ from, to }) => line >= from - 1 && line <= to + 1)
    return here.find(({ confidence }) => confidence !== 'low')?.confidence ?? here[0]?.confidence
  }
}
