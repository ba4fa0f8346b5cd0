// Milliseconds in a fresh process until both twins are made and have searched a first input; median of each.
//   node bench/kernel/start.mjs FILE
// FILE as in throughput.mjs. KERNEL_PAYS_FROM in src/kernel/create-anchor-finder.ts rests on this.
import { execFileSync } from 'node:child_process'
import { argv, execPath } from 'node:process'
import { ANCHOR_SETS } from './anchors.mjs'
import { bundleKernel } from './bundle.mjs'

const ROUNDS = 15
const SIZES = [2_000, 5_000, 10_000, 30_000, 100_000]
const SCRIPT = `
  const [bundle, anchors, file, size, use] = process.argv.slice(1)
  const { openSync, readSync } = require('node:fs')
  const parsed = JSON.parse(anchors)
  const input = Buffer.alloc(Number(size))
  readSync(openSync(file), input, 0, input.length, 0)
  const { createAnchorFinder } = require(bundle)
  const start = performance.now()
  createAnchorFinder(() => parsed, { use }).find(input)
  console.log(performance.now() - start)
`
const { file, remove } = await bundleKernel()

for (const [name, anchors] of Object.entries(ANCHOR_SETS)) {
  for (const size of SIZES) {
    const times = { wasm: [], javascript: [] }
    for (let round = 0; round < ROUNDS; round++) {
      for (const [use, list] of Object.entries(times)) {
        const words = [file, JSON.stringify(anchors), argv[2], String(size), use]
        list.push(Number(execFileSync(execPath, ['-e', SCRIPT, ...words], { encoding: 'utf8' })))
      }
    }
    const medians = Object.entries(times).map(
      ([use, list]) => `${use} ${list.sort((a, b) => a - b)[ROUNDS >> 1].toFixed(2)} ms`,
    )
    console.log(`${anchors.length} anchors (${name}), ${size} bytes: ${medians.join(', ')}`)
  }
}
await remove()
