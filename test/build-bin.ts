import { join } from 'node:path'
import { build } from 'esbuild'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** The command line as one file, built from the sources as they are now. */
    bin: string
  }
}

/** Runs once before all tests: what they start as `keyscan` is never an old build. */
export default async function setup(project: TestProject): Promise<void> {
  const outfile = join(project.config.root, 'node_modules', '.cache', 'keyscan', 'keyscan.cjs')
  await build({
    entryPoints: [join(project.config.root, 'src', 'cli', 'keyscan.ts')],
    bundle: true,
    platform: 'node',
    target: 'node20.19',
    format: 'cjs',
    outfile,
    banner: { js: '#!/usr/bin/env node' },
    logLevel: 'error',
  })
  project.provide('bin', outfile)
}
