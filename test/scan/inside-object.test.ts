import { expect, test } from 'vitest'
import { matchAt } from '../../src/detect/match-at.ts'
import { positionsOf } from '../../src/detect/position.ts'
import { insideObject } from '../../src/scan/inside-object.ts'
import type { Blob } from '../../src/types.ts'
import { makeRule } from '../detect/make-rule.ts'

const COMMIT =
  'tree 1\nauthor NAME <a@example.invalid> 1 +0000\ncommitter b <b@example.invalid> 1 +0000\n\nFirst\n\nThird\n'
const TAG = 'object 1\ntype commit\ntag NAME\ntagger WHO <a@example.invalid> 1 +0000\n\nFirst\n'

/** What is said of the place where a word stands. */
function placeOf(kind: Blob['kind'], text: string, word: string): readonly unknown[] {
  const bytes = Buffer.from(text)
  const at = text.indexOf(word)
  const match = matchAt(makeRule({ id: 'word' }), bytes, { start: at, end: at + word.length }, {})
  const [start, end] = positionsOf(bytes, [at, at + word.length])
  const judgement = { dropped: false, confidence: 'high', verdict: {}, reasons: [] } as const
  const sighting = { match, judgement, start: start!, end: end! }
  const where = kind === 'tag' ? 'tag message' : 'commit message'
  const [inside, origin] = insideObject({ kind, bytes }, sighting, { in: where, state: 'head' })
  return [origin.in, inside.start.line, inside.end.line]
}

test('lines of a message count from its first', () => {
  expect(placeOf('commit', COMMIT, 'First')).toEqual(['commit message', 1, 1])
  expect(placeOf('commit', COMMIT, 'Third')).toEqual(['commit message', 3, 3])
  expect(placeOf('tag', TAG, 'First')).toEqual(['tag message', 1, 1])
})

test('what stands in the header is an author, or the name of a tag', () => {
  expect(placeOf('commit', COMMIT, 'NAME')[0]).toBe('commit author')
  expect(placeOf('commit', COMMIT, 'b@example')[0]).toBe('commit author')
  expect(placeOf('tag', TAG, 'NAME')[0]).toBe('ref name')
  expect(placeOf('tag', TAG, 'WHO')[0]).toBe('commit author')
})

test('an object without message is all header', () => {
  expect(placeOf('commit', 'tree 1\nauthor NAME <> 1 +0000\n', 'NAME')[0]).toBe('commit author')
})

test('a file stays as it is', () => {
  expect(placeOf('blob', 'a\n\nword\n', 'word')).toEqual(['commit message', 3, 3])
})
