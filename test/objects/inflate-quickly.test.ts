import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inflateQuickly } from '../../src/objects/inflate-quickly.ts'

const text = (bytes: Uint8Array | undefined) => bytes && Buffer.from(bytes).toString('latin1')

test('gives what was deflated, or nothing at all, one after the other', () => {
  const part = fc.oneof(
    fc.uint8Array({ maxLength: 2000 }).map(bytes => Buffer.from(bytes)),
    fc.nat(400_000).map(length => Buffer.alloc(length, 'line of text\n')),
  )
  fc.assert(
    fc.property(part, fc.nat(9), fc.nat(), (whole, level, cut) => {
      const deflated = deflateSync(whole, { level })
      const got = inflateQuickly(deflated)
      if (whole.length < 256 * 1024) expect(text(got)).toBe(whole.toString('latin1'))
      else expect(got).toBeUndefined()
      // Cut off, damaged at its check sum, something behind it: each is for the careful way to explain, and spoils nothing that comes after.
      expect(inflateQuickly(deflated.subarray(0, cut % deflated.length))).toBeUndefined()
      const damaged = Buffer.from(deflated)
      damaged[damaged.length - 1]! ^= 1
      expect(inflateQuickly(damaged)).toBeUndefined()
      expect(inflateQuickly(Buffer.concat([deflated, Buffer.from('x')]))).toBeUndefined()
    }),
  )
})
