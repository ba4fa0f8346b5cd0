import { expect, test } from 'vitest'
import { findInFile } from '../../src/detect/find-in-file.ts'
import { makeRule } from './make-rule.ts'

const rule = makeRule({
  id: 'list',
  kind: 'whole-file',
  anchors: [],
  pattern: '(?:^|\\n)(?<user>[a-z]+)\\t(?<secret>[^\\s]+)',
  flags: 'g',
})

test('every line of a table, with its user, at its place', () => {
  const found = findInFile([rule], Buffer.from('# x\nme\tplum-47\nyou\tkettle-8\n'))
  expect(found.map(({ start, end, parts }) => [start, end, parts.user])).toEqual([
    [7, 14, 'me'],
    [19, 27, 'you'],
  ])
})

test('nothing without a rule for the name', () => {
  expect(findInFile([], Buffer.from('me\tplum-47'))).toEqual([])
})
