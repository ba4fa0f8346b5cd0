import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createSeenObjects } from '../../src/objects/seen-objects.ts'

test('a set, like any other', () => {
  const digits = fc.array(fc.constantFrom('0', '8', 'f'), { minLength: 16, maxLength: 16 }).map(list => list.join(''))
  const id = digits.map(start => start.padEnd(40, '7'))
  fc.assert(
    fc.property(fc.array(id, { maxLength: 200 }), fc.array(id, { maxLength: 20 }), (ids, others) => {
      const seen = createSeenObjects()
      for (const one of ids) seen.add(one)
      const set = new Set(ids)
      expect(seen.size).toBe(set.size)
      for (const one of [...ids, ...others]) expect(seen.has(one)).toBe(set.has(one))
    }),
  )
})

test('it grows, and begins with zeros alone are an id too', () => {
  const seen = createSeenObjects()
  // Odd numbers times a constant: spread over all 64 bits, none twice.
  const id = (at: number) =>
    BigInt.asUintN(64, BigInt(at) * 0x9e3779b97f4a7c15n)
      .toString(16)
      .padStart(16, '0')
      .padEnd(40, '0')
  for (let at = 0; at < 200_000; at++) seen.add(id(at))
  expect(seen.size).toBe(200_000)
  for (let at = 0; at < 200_000; at++) expect(seen.has(id(at))).toBe(true)
  for (let at = 200_000; at < 210_000; at++) expect(seen.has(id(at))).toBe(false)
})
