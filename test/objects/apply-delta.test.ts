import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeDelta } from '../../fixtures/packs/make-delta.ts'
import { applyDelta } from '../../src/objects/apply-delta.ts'

const base = Buffer.from('the base of a delta, which is copied from in parts')

test('copies and inserts', () => {
  const delta = makeDelta(
    [base.length, 12],
    [{ from: 4, length: 4 }, Buffer.from('new '), { from: base.length - 4, length: 4 }],
  )
  expect(Buffer.from(applyDelta(base, delta)!).toString()).toBe('basenew arts')
})

test.each([
  ['another base', makeDelta([base.length + 1, 4], [{ from: 0, length: 4 }])],
  ['a longer result', makeDelta([base.length, 5], [{ from: 0, length: 4 }])],
  ['a shorter result', makeDelta([base.length, 3], [{ from: 0, length: 4 }])],
  ['a copy beyond the base', makeDelta([base.length, 4], [{ from: base.length - 2, length: 4 }])],
  ['a result of a gigabyte', makeDelta([base.length, 2 ** 30], [{ from: 0, length: 4 }])],
  ['an insertion beyond the end', Buffer.concat([makeDelta([base.length, 4], []), Buffer.of(4, 1)])],
  ['the step of no meaning', Buffer.concat([makeDelta([base.length, 4], []), Buffer.of(0)])],
])('a delta for %s makes nothing', (_, delta) => {
  expect(applyDelta(base, delta)).toBeUndefined()
})

test('no bytes make it throw', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 20 }), bytes => {
      applyDelta(base, Buffer.concat([Buffer.of(base.length), bytes]))
    }),
  )
})
