import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { renderReport } from '../../src/reporters/render-report.ts'
import { scan } from '../../src/scan.ts'
import { expectHidden } from './expect-hidden.ts'
import { onlyRulesOf, plan } from './plant.ts'
import { withPlanted } from './planted-repository.ts'

test('nothing that is printed of the index, files or a pipe holds a planted secret, an encoded form or a piece of it', async () => {
  await fc.assert(
    fc.asyncProperty(plan, what =>
      withPlanted(what, async ({ path: directory }, forbidden) => {
        const paths = { directory, mode: 'paths', paths: ['.'] } as const
        const text = readFileSync(join(directory, 'staged', 'known.txt'))
        await expectHidden(
          [
            { directory, mode: 'staged' },
            { ...paths, minConfidence: 'low' },
            { ...paths, ignoreFiles: false, onlyRules: onlyRulesOf(what) },
            { directory, mode: 'stdin', text, minConfidence: 'low' },
          ],
          forbidden,
        )
      }),
    ),
    { numRuns: 12, endOnFailure: true },
  )
})

test('with --show-secrets the secrets of all findings show', async () => {
  await fc.assert(
    fc.asyncProperty(plan, what =>
      withPlanted(what, async ({ path }) => {
        const report = await scan({ mode: 'staged', directory: path })
        const options = { colour: false, columns: 80, verbose: false, quiet: false, showSecrets: true }
        const json = await renderReport('json', report, options)
        const shown = new Set((JSON.parse(json) as { findings: { secret?: string }[] }).findings.map(one => one.secret))
        const secrets = report.findings.map(({ secret }) => secret?.reveal())
        expect(secrets.filter(secret => secret !== undefined).length).toBeGreaterThan(0)
        for (const secret of secrets) expect(shown).toContain(secret)
      }),
    ),
    { numRuns: 3 },
  )
})
