import { expect, test } from 'vitest'
import { UsageError } from '../../../src/errors/usage-error.ts'
import { parseSince } from '../../../src/sources/history/parse-since.ts'

const NOW = new Date('2024-03-31T12:00:00Z')
const seconds = (iso: string): number => Date.parse(iso) / 1000

test.each([
  ['2024-01-02T03:04:05Z', '2024-01-02T03:04:05Z'],
  ['2024-01-02 03:04:05 +0200', '2024-01-02T01:04:05Z'],
  ['2024-01-02T03:04+02:00', '2024-01-02T01:04:00Z'],
  ['2024-01-02', '2024-01-02T00:00:00'],
  ['2 weeks ago', '2024-03-17T12:00:00Z'],
  ['3.days.ago', '2024-03-28T12:00:00Z'],
  ['1 hour', '2024-03-31T11:00:00Z'],
  ['1 Year ago', '2023-03-31T12:00:00Z'],
  ['yesterday', '2024-03-30T12:00:00Z'],
  ['@1700000000', '2023-11-14T22:13:20Z'],
])('%s', (text, iso) => {
  // Months and days of a place with summer time are an hour off; nobody asks that closely.
  expect(Math.abs(parseSince(text, NOW) - seconds(iso))).toBeLessThanOrEqual(/day|week|Year/.test(text) ? 3600 : 0)
})

test.each([
  '',
  'now-ish',
  '2024-31-01',
  '2024-02-31',
  '2024',
  'lats week',
  '--all',
  '5 parsecs ago',
  '2024-01-01T25:00',
])('not a date: %s', text => expect(() => parseSince(text, NOW)).toThrow(UsageError))
