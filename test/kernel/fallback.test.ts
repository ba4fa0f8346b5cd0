import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { expect, it } from 'vitest'

const ENTRY = fileURLToPath(new URL('../../src/kernel/create-anchor-finder.ts', import.meta.url))
const SCRIPT = `
  const finder = createAnchorFinder(() => [{ text: 'needle', ignoreCase: false }])
  const hits = finder.find(Buffer.from('.'.repeat(500000) + 'needle'))
  console.log(finder.kind, hits.count, hits.positions[0])
`

it.each([
  ['wasm', []],
  ['javascript', ['--jitless', '--no-expose-wasm']],
])('Node uses %s with %j', async (kind, flags) => {
  const { outputFiles } = await build({
    stdin: {
      contents: `import { createAnchorFinder } from ${JSON.stringify(ENTRY)}\n${SCRIPT}`,
      resolveDir: process.cwd(),
    },
    bundle: true,
    platform: 'node',
    write: false,
  })
  const { stdout } = await promisify(execFile)(process.execPath, [...flags, '-e', outputFiles[0]!.text])
  expect(stdout).toBe(`${kind} 1 500000\n`)
})
