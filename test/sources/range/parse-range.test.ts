import { expect, test } from 'vitest'
import { UsageError } from '../../../src/errors/usage-error.ts'
import { parseRange } from '../../../src/sources/range/parse-range.ts'

const zeros = '0'.repeat(40)

test.each([
  ['a..b', { from: 'a', to: 'b', symmetric: false }],
  ['a...b', { from: 'a', to: 'b', symmetric: true }],
  ['a..', { from: 'a', to: 'HEAD', symmetric: false }],
  ['..b', { from: 'HEAD', to: 'b', symmetric: false }],
  ['v1.0..v1.1', { from: 'v1.0', to: 'v1.1', symmetric: false }],
  ['@{upstream}..HEAD~2', { from: '@{upstream}', to: 'HEAD~2', symmetric: false }],
  [`${zeros}..b`, { from: undefined, to: 'b', symmetric: false }],
  [`a..${zeros}`, { from: 'a', to: undefined, symmetric: false }],
  [`${'0'.repeat(64)}...b`, { from: undefined, to: 'b', symmetric: true }],
])('%s', (text, range) => expect(parseRange(text)).toEqual(range))

test.each(['', 'a', '..', '...', 'a..b..c', 'a....b', '--all..b', 'a..--output=x'])('not a range: "%s"', text =>
  expect(() => parseRange(text)).toThrow(UsageError),
)
