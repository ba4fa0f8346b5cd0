import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createRepository, type TestRepository } from '../../fixtures/repositories/create-repository.ts'
import { FORMAT_NAMES } from '../../src/reporters/formats.ts'
import { renderReport } from '../../src/reporters/render-report.ts'
import { type ScanOptions, scan } from '../../src/scan.ts'
import { runKeyscan } from '../cli/run-keyscan.ts'
import { forbiddenPieces, type Planted, showing } from './forbidden-pieces.ts'
import { type Plan, plan, plant } from './plant.ts'
import { RULE_SAMPLES } from './rule-samples.ts'

const PLAIN = { colour: false, columns: 80, verbose: false, quiet: false, showSecrets: false }
const VARIANTS = [
  PLAIN,
  { ...PLAIN, colour: true, verbose: true, columns: 200 },
  { ...PLAIN, quiet: true, columns: 40 },
]

async function withPlanted(
  what: Plan,
  run: (repository: TestRepository, planted: readonly Planted[]) => Promise<void>,
): Promise<void> {
  const repository = createRepository()
  try {
    await run(repository, plant(repository, what))
  } finally {
    repository.dispose()
  }
}

/** One scan of each kind, some narrowed so that not everything planted is among its findings. */
function scansOf({ path }: TestRepository, { contents }: Plan): readonly ScanOptions[] {
  const at = { directory: path }
  const onlyRules = contents.slice(0, 3).map(([sample]) => RULE_SAMPLES[sample]!.ruleId)
  return [
    { ...at, mode: 'staged' },
    { ...at, mode: 'paths', paths: ['.'], minConfidence: 'low' },
    { ...at, mode: 'paths', paths: ['.'], ignoreFiles: false, onlyRules },
    { ...at, mode: 'stdin', text: readFileSync(join(path, 'staged', 'known.txt')), minConfidence: 'low' },
    { ...at, mode: 'history', minConfidence: 'low' },
    { ...at, mode: 'history', allPlaces: true, minConfidence: 'high' },
    { ...at, mode: 'history', since: '2024-01-01T00:01:30Z' },
    { ...at, mode: 'history', onlyRules },
    { ...at, mode: 'range', range: 'main~1..main' },
  ]
}

test('nothing that is printed holds a planted secret, an encoded form or a piece of it', async () => {
  await fc.assert(
    fc.asyncProperty(plan, what =>
      withPlanted(what, async (repository, planted) => {
        const forbidden = forbiddenPieces(planted)
        for (const options of scansOf(repository, what)) {
          const report = await scan(options)
          for (const format of FORMAT_NAMES) {
            for (const variant of VARIANTS) {
              const shown = showing(await renderReport(format, report, variant), forbidden)
              if (shown !== undefined) expect.fail(`${JSON.stringify({ ...options, text: '' })} ${format}: ${shown}`)
            }
          }
        }
      }),
    ),
    { numRuns: 12, endOnFailure: true },
  )
})

test('neither does anything that the command line prints or writes', async () => {
  await fc.assert(
    fc.asyncProperty(plan, what =>
      withPlanted(what, async (repository, planted) => {
        const forbidden = forbiddenPieces(planted)
        const out = join(repository.folder, 'out')
        mkdirSync(out)
        const files = FORMAT_NAMES.flatMap(format => ['--format', `${format}=${join(out, format)}`])
        for (const args of [
          ['--staged', '--verbose'],
          ['--history', '--quiet'],
          ['.', '--min-confidence', 'low'],
        ]) {
          const { code, stdout, stderr } = await runKeyscan(repository.path, [...args, ...files])
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

test('with --show-secrets the secrets of all findings show', async () => {
  await fc.assert(
    fc.asyncProperty(plan, what =>
      withPlanted(what, async ({ path }) => {
        const report = await scan({ mode: 'staged', directory: path })
        const json = await renderReport('json', report, { ...PLAIN, showSecrets: true })
        const shown = new Set((JSON.parse(json) as { findings: { secret?: string }[] }).findings.map(one => one.secret))
        const secrets = report.findings.map(({ secret }) => secret?.reveal())
        expect(secrets.filter(secret => secret !== undefined).length).toBeGreaterThan(0)
        for (const secret of secrets) expect(shown).toContain(secret)
      }),
    ),
    { numRuns: 3 },
  )
})
