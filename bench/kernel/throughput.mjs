// GB/s of both twins over a text, beside Buffer.indexOf for one string that is not there; in turns, best of each.
//   node bench/kernel/throughput.mjs FILE
// FILE is source text, some ten MB, e.g. of a full clone:
//   git cat-file --batch-all-objects --batch --unordered --buffer | head -c 64000000 > FILE
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { argv } from 'node:process'
import { ANCHOR_SETS } from './anchors.mjs'
import { bundleKernel } from './bundle.mjs'

const ROUNDS = 7
// Up to six characters Node looks for by memchr of the first one.
const ABSENT = 'ZQXJKQ'
const text = readFileSync(argv[2])
const { file, remove } = await bundleKernel()
const { createAnchorFinder } = createRequire(import.meta.url)(file)

for (const [name, anchors] of Object.entries(ANCHOR_SETS)) {
  const finders = ['wasm', 'javascript'].map(use => createAnchorFinder(() => anchors, { use }))
  const contestants = {
    wasm: () => finders[0].find(text).count,
    javascript: () => finders[1].find(text).count,
    indexOf: () => text.indexOf(ABSENT),
  }
  const best = {}
  const results = {}
  for (let round = 0; round < ROUNDS; round++) {
    for (const [who, run] of Object.entries(contestants)) {
      const start = performance.now()
      results[who] = run()
      best[who] = Math.min(best[who] ?? Number.POSITIVE_INFINITY, performance.now() - start)
    }
  }
  if (results.wasm !== results.javascript) throw new Error(`hits differ: ${results.wasm}, ${results.javascript}`)
  const speeds = Object.entries(best).map(([who, ms]) => `${who} ${(text.length / ms / 1e6).toFixed(2)} GB/s`)
  const ratio = (best.wasm / best.indexOf).toFixed(1)
  console.log(
    `${anchors.length} anchors (${name}), ${results.wasm} hits: ${speeds.join(', ')}; wasm takes ${ratio} times indexOf`,
  )
}
await remove()
