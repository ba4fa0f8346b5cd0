import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { generateKernel } from '../../.ci/generate-kernel.mjs'

const KERNEL = fileURLToPath(new URL('../../src/kernel/', import.meta.url))

/** The kernel as one CommonJS file in a temporary folder, as it ships. */
export async function bundleKernel() {
  await generateKernel()
  const folder = await mkdtemp(join(tmpdir(), 'keyscan-bench-'))
  const file = join(folder, 'kernel.cjs')
  const modules = ['create-anchor-finder', 'anchor-table', 'wasm-finder', 'javascript-finder']
  const contents = modules.map(name => `export * from './${name}.ts'`).join('\n')
  await build({
    stdin: { contents, resolveDir: KERNEL },
    bundle: true,
    platform: 'node',
    target: 'node20',
    outfile: file,
  })
  return { file, remove: () => rm(folder, { recursive: true, force: true }) }
}
