import fc from 'fast-check'
import { expect, test } from 'vitest'
import { NameSet } from '../../../src/objects/pack/name-set.ts'

test('numbers names as a map does, through growth, with names of any bytes', () => {
  const name = fc.oneof(
    fc.uint8Array({ maxLength: 3 }),
    fc.string().map(text => Buffer.from(text)),
  )
  fc.assert(
    fc.property(fc.array(name, { maxLength: 200 }), names => {
      const set = new NameSet()
      const known = new Map<string, number>()
      for (const bytes of names) {
        const key = Buffer.from(bytes).toString('latin1')
        if (!known.has(key)) known.set(key, known.size)
        const padded = Buffer.concat([Buffer.from('xx'), bytes, Buffer.from('y')])
        expect(set.add(padded, 2, 2 + bytes.length)).toBe(known.get(key))
      }
      expect(set.size).toBe(known.size)
      for (const [key, index] of known) expect(Buffer.from(set.name(index)).toString('latin1')).toBe(key)
    }),
  )
})

test('more names than it begins with room for', () => {
  const set = new NameSet()
  const names = Array.from({ length: 20_000 }, (_, n) => Buffer.from(`name-${n}`))
  for (let round = 0; round < 2; round++) {
    for (const [n, name] of names.entries()) expect(set.add(name, 0, name.length)).toBe(n)
  }
  expect(set.bytes).toBe(names.reduce((sum, name) => sum + name.length, 0))
})
