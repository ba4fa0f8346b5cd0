import { join } from 'node:path'
import { build, type Plugin } from 'esbuild'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** The command line, built from the sources as they are now. */
    bin: string
  }
}

/** What .ci/build.mjs puts in the place of a file that there is none of among the sources. */
function workerAt(file: string): Plugin {
  const contents = `export const workerFile = () => ${JSON.stringify(file)}`
  return {
    name: 'worker-at',
    setup: ({ onLoad }) => onLoad({ filter: /[\\/]workers[\\/]worker-file\.ts$/ }, () => ({ contents })),
  }
}

/** Runs once before all tests: what they start as `keyscan` is never an old build. KEYSCAN_BIN: what has just been built (.ci/test.mjs). */
export default async function setup(project: TestProject): Promise<void> {
  const built = process.env.KEYSCAN_BIN
  if (built) return project.provide('bin', built)
  const worker = join(project.config.root, 'node_modules', '.cache', 'keyscan', 'history-worker.cjs')
  const outfile = join(project.config.root, 'node_modules', '.cache', 'keyscan', 'keyscan.cjs')
  const shared = {
    bundle: true,
    platform: 'node',
    target: 'node20.19',
    format: 'cjs',
    logLevel: 'error',
  } as const
  await build({
    ...shared,
    entryPoints: [join(project.config.root, 'src', 'workers', 'history-worker.ts')],
    outfile: worker,
  })
  await build({
    ...shared,
    entryPoints: [join(project.config.root, 'src', 'cli', 'keyscan.ts')],
    outfile,
    banner: { js: '#!/usr/bin/env node' },
    plugins: [workerAt(worker)],
  })
  project.provide('bin', outfile)
}
