import { expect, test } from 'vitest'
import { hanging } from '../../src/cli/hanging.ts'

test('what goes on stands further in than its beginning', () => {
  expect(hanging('  one two three four', 14)).toEqual(['  one two', '    three', '    four'])
  expect(hanging('one two', 80)).toEqual(['one two'])
  expect(hanging('', 80)).toEqual([''])
})

test('a word that is longer stays whole', () => {
  expect(hanging('see https://example.invalid/page for more', 12)).toEqual([
    'see',
    '  https://example.invalid/page',
    '  for more',
  ])
})
