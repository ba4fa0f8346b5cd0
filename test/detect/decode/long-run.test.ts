import { expect, test } from 'vitest'
import { collectRun } from '../../../src/detect/decode/collect-run.ts'
import { isBase64 } from '../../../src/detect/decode/ways/base64.ts'

const LINES = 1_000_000
const line = `${'abcd'.repeat(19)}\n`

/** To put each line before all others would take for ever: that ends with the time that a test has. */
test('a run of hundreds of thousands of lines, from its last one on', () => {
  const bytes = Buffer.from(line.repeat(LINES))
  const run = collectRun(bytes, bytes.length - 10, isBase64)
  expect([run.start, run.end, run.text.length]).toEqual([0, bytes.length - 1, LINES * (line.length - 1)])
  expect([run.at(0), run.at(line.length - 1), run.indexOf(line.length), run.indexOf(0)]).toEqual([
    0,
    line.length,
    line.length - 1,
    0,
  ])
})
