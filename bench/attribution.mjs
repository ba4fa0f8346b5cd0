// What attribution costs beyond reading objects: 1, 20 and 500 blobs, spread evenly over all blobs of a repository, are asked for.
//
//   node bench/attribution.mjs PATH... [--runs 3]
//
// Milliseconds, least of the runs: `add` notes down all trees and commits as they come by, `trace` follows what is wanted through them, `whole` is all of
// attribution with its own reading of the objects, the refs and the index. `read` only reads the objects.

import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { build } from 'esbuild'
import { record } from './surroundings.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const WANTED = [1, 20, 500]
const MAX_LIST_BYTES = 2 ** 30
const ID_BYTES = { sha1: 20, sha256: 32 }
const KINDS = new Set(['tree', 'commit'])
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: 'string', default: '3' } },
})
if (positionals.length === 0) throw new Error('give paths of clones: node bench/attribution.mjs PATH...')

/** The parts to be measured as one CommonJS file: this Node reads no TypeScript. */
async function bundled() {
  const folder = mkdtempSync(join(tmpdir(), 'keyscan-bench-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const modules = [
    'attribution/attribute',
    'attribution/genealogy/genealogy',
    'attribution/trace-wanted',
    'git/find-repository',
    'objects/open-object-store',
  ]
  const outfile = join(folder, 'attribution.cjs')
  const contents = modules.map(name => `export * from './${name}.ts'`).join('\n')
  const stdin = { contents, resolveDir: join(here, '..', 'src') }
  await build({ stdin, bundle: true, platform: 'node', target: 'node20', outfile, logLevel: 'error' })
  return createRequire(import.meta.url)(outfile)
}

async function timed(run) {
  const start = performance.now()
  await run()
  return performance.now() - start
}

const { attribute, createGenealogy, traceWanted, findRepository, openObjectStore } = await bundled()

async function measure(repository, wanted) {
  const store = openObjectStore({ ...repository, cwd: repository.root })
  const read = await timed(() => store.readAll(() => undefined, console.error, { kinds: KINDS }))
  const genealogy = createGenealogy(ID_BYTES[repository.objectFormat], wanted)
  let add = 0
  const visit = object => {
    const start = performance.now()
    genealogy.add(object)
    add += performance.now() - start
  }
  await store.readAll(visit, console.error, { kinds: KINDS })
  await store.close()
  const tips = [genealogy.commits.ids.numberOf(repository.head)]
  const trace = await timed(() => traceWanted(genealogy, tips, new Set()))
  const whole = await timed(() => attribute(repository, wanted))
  return { read, add, trace, whole }
}

const results = []
for (const path of positionals) {
  const cwd = resolve(path)
  const repository = await findRepository(cwd)
  const list = ['cat-file', '--batch-all-objects', '--unordered', '--batch-check=%(objecttype) %(objectname)']
  const rows = execFileSync('git', list, { cwd, maxBuffer: MAX_LIST_BYTES }).toString('latin1').split('\n')
  const blobs = rows.filter(row => row.startsWith('blob ')).map(row => row.slice('blob '.length))
  const name = basename(cwd.replace(/[\\/](?:\.git|repo)$/, ''))
  for (const count of WANTED) {
    const wanted = new Set(
      Array.from({ length: count }, (_, n) => blobs[Math.floor(((n + 0.5) * blobs.length) / count)]),
    )
    const runs = []
    for (let run = 0; run < Number(values.runs); run++) runs.push(await measure(repository, wanted))
    const least = part => Math.round(Math.min(...runs.map(one => one[part])))
    const figures = { read: least('read'), add: least('add'), trace: least('trace'), whole: least('whole') }
    console.log(`${name}, ${count} wanted:`, figures)
    results.push({ repository: name, wanted: count, ...figures })
  }
}
record('attribution', { results })
