import fc from 'fast-check'
import { expect, test } from 'vitest'
import { progressText } from '../../src/cli/progress-text.ts'
import { displayWidth } from '../../src/reporters/display-width.ts'

const progress = { phase: 'objects', done: 12_345, total: 57_000, bytes: 310e6, findings: 2 }
const SECOND = 1000
const MINUTE = 60 * SECOND

test.each([
  [80, 'objects  12,345 of 57,000 (21 %)  310 MB  2 found  about 40 s left'],
  [60, 'objects  12,345 of 57,000 (21 %)  2 found  about 40 s left'],
  [39, 'objects  21 %  2 found  about 40 s left'],
  [30, 'objects  21 %  2 found'],
  [15, 'objects  21 %'],
  [9, 'objects  '],
])('in %d columns what matters least is left out', (width, text) => {
  expect(progressText(progress, 38 * SECOND, width)).toBe(text)
})

test.each([
  [undefined, ''],
  [0, '  seconds left'],
  [5 * SECOND, '  seconds left'],
  [5001, '  about 10 s left'],
  [MINUTE, '  about 60 s left'],
  [MINUTE + 1, '  about 2 min left'],
  [60 * MINUTE, '  about 60 min left'],
  [61 * MINUTE, '  about 2 h left'],
])('%s ms', (left, text) => {
  expect(progressText({ ...progress, done: 0, bytes: 0, findings: 0 }, left, 80)).toBe(
    `objects  0 of 57,000 (0 %)${text}`,
  )
})

test('what is not known is not said', () => {
  expect(progressText({ ...progress, total: 0, bytes: 1_500_000, findings: 0 }, undefined, 80)).toBe(
    'objects  12,345  1.5 MB',
  )
  expect(progressText({ phase: 'commits', done: 0, total: 0, bytes: 0, findings: 0 }, undefined, 80)).toBe('commits')
})

test('more done than was known of is no more than all', () => {
  expect(progressText({ ...progress, done: 60_000 }, undefined, 80)).toContain('60,000 of 57,000 (100 %)')
})

test('never wider than the terminal, on one line', () => {
  const anything = fc.record({
    phase: fc.constantFrom('objects', 'scanning staged files', '履歴を読む'),
    done: fc.nat(),
    total: fc.nat(),
    bytes: fc.maxSafeNat(),
    findings: fc.nat(),
  })
  fc.assert(
    fc.property(
      anything,
      fc.option(fc.nat(), { nil: undefined }),
      fc.integer({ min: 0, max: 200 }),
      (one, left, width) => {
        const text = progressText(one, left, width)
        expect(displayWidth(text)).toBeLessThanOrEqual(width)
        expect(text).not.toMatch(/\p{Cc}/u)
      },
    ),
  )
})
