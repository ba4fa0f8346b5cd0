import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keepMostSpecific } from '../../src/detect/keep-most-specific.ts'
import { matchAt } from '../../src/detect/match-at.ts'
import type { Match } from '../../src/types.ts'
import { makeRule } from './make-rule.ts'

const BYTES = Buffer.from('0123456789'.repeat(10))

function match(id: string, specificity: number, start: number, end: number): Match {
  return matchAt(makeRule({ id, specificity }), BYTES, { start, end }, {})
}

const inOrder = (matches: readonly Match[]): readonly Match[] =>
  [...matches].sort((a, b) => a.start - b.start || b.rule.specificity - a.rule.specificity)

const kept = (...matches: Match[]): readonly string[] =>
  keepMostSpecific(inOrder(matches)).map(({ rule, start, end }) => `${rule.id} ${start}-${end}`)

test('of two that overlap the more specific stays, however short', () => {
  expect(kept(match('generic', 10, 0, 40), match('vendor', 60, 5, 20))).toEqual(['vendor 5-20'])
})

test('of two that are equally specific the longer, then the one that is first by name', () => {
  expect(kept(match('a', 60, 0, 10), match('b', 60, 0, 20))).toEqual(['b 0-20'])
  expect(kept(match('b', 60, 0, 10), match('a', 60, 0, 10))).toEqual(['a 0-10'])
})

test('those that only touch both stay', () => {
  expect(kept(match('a', 60, 0, 10), match('b', 10, 10, 20))).toEqual(['a 0-10', 'b 10-20'])
})

test('one that lost takes nobody with it', () => {
  // generic overlaps both; vendor beats it; the third, which overlaps only generic, stays.
  expect(kept(match('vendor', 60, 0, 10), match('generic', 10, 5, 25), match('other', 5, 20, 30))).toEqual([
    'vendor 0-10',
    'other 20-30',
  ])
})

test('what comes out does not depend on the order that rules are listed in, never overlaps, and leaves nothing out for nothing', () => {
  const one = fc.tuple(
    fc.constantFrom('a', 'b', 'c', 'd'),
    fc.constantFrom(10, 40, 60),
    fc.nat(60),
    fc.integer({ min: 1, max: 30 }),
  )
  fc.assert(
    fc.property(
      fc.uniqueArray(one, { maxLength: 12, selector: ([id, , start, length]) => `${id} ${start} ${length}` }),
      fc.infiniteStream(fc.nat()),
      (rows, random) => {
        const matches = rows.map(([id, specificity, start, length]) => match(id, specificity, start, start + length))
        const result = keepMostSpecific(inOrder(matches))
        const shuffled = matches.map(m => ({ m, at: random.next().value as number })).sort((a, b) => a.at - b.at)
        expect(keepMostSpecific(inOrder(shuffled.map(({ m }) => m)))).toEqual(result)
        const overlap = (a: Match, b: Match): boolean => a !== b && a.start < b.end && b.start < a.end
        expect(result.some(a => result.some(b => overlap(a, b)))).toBe(false)
        for (const lost of matches.filter(m => !result.includes(m))) {
          expect(result.some(m => overlap(m, lost) && m.rule.specificity >= lost.rule.specificity)).toBe(true)
        }
      },
    ),
  )
})
