import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { scan } from '../../src/scan.ts'
import type { Report } from '../../src/types.ts'
import { reportOf } from '../cli/run-keyscan.ts'
import { RULE_SAMPLES, sampleText } from '../property/rule-samples.ts'

const told = ({ findings }: Pick<Report, 'findings'>) =>
  findings
    .flatMap(({ fingerprint, confidence, places }) =>
      places.map(({ path, line }) => `${path}:${line} ${fingerprint} ${confidence}`),
    )
    .sort()

/** What is built is not the sources as they stand: constants are made late, characters escaped, modules asked for when they are used. */
test('the bin tells of all examples of rules what the sources tell', { timeout: 120_000 }, async () => {
  const directory = mkdtempSync(join(tmpdir(), 'keyscan-test-'))
  onTestFinished(() => rmSync(directory, { recursive: true }))
  mkdirSync(join(directory, 'app'))
  for (const [number, sample] of RULE_SAMPLES.entries()) {
    writeFileSync(join(directory, 'app', `${number}.txt`), `${sampleText(sample, number)}\n`)
  }
  const bySources = told(
    await scan({ mode: 'paths', directory, paths: ['app'], minConfidence: 'low', allPlaces: true }),
  )
  expect(bySources.length).toBeGreaterThan(RULE_SAMPLES.length / 2)
  expect(told(await reportOf(directory, ['app', '--min-confidence', 'low', '--all-places']))).toEqual(bySources)
})
