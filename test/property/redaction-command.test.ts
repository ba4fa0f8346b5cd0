import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FORMAT_NAMES } from '../../src/reporters/formats.ts'
import { runKeyscan } from '../cli/run-keyscan.ts'
import { showing } from './forbidden-pieces.ts'
import { plan } from './plant.ts'
import { withPlanted } from './planted-repository.ts'

test('nothing that the command line prints or writes holds a planted secret, an encoded form or a piece of it', async () => {
  await fc.assert(
    fc.asyncProperty(plan, what =>
      withPlanted(what, async ({ path, folder }, forbidden) => {
        const out = join(folder, 'out')
        mkdirSync(out)
        const files = FORMAT_NAMES.flatMap(format => ['--format', `${format}=${join(out, format)}`])
        for (const args of [
          ['--staged', '--verbose'],
          ['--history', '--quiet'],
          ['.', '--min-confidence', 'low'],
        ]) {
          const { code, stdout, stderr } = await runKeyscan(path, [...args, ...files])
          expect(code).toBe(1)
          const written = readdirSync(out).map(name => readFileSync(join(out, name), 'utf8'))
          expect(written).toHaveLength(FORMAT_NAMES.length)
          for (const text of [stdout, stderr, ...written]) expect(showing(text, forbidden)).toBeUndefined()
        }
      }),
    ),
    { numRuns: 2 },
  )
})
