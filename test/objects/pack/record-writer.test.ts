import fc from 'fast-check'
import { expect, test } from 'vitest'
import { RecordReader } from '../../../src/objects/pack/record-reader.ts'
import { RecordWriter } from '../../../src/objects/pack/record-writer.ts'

const numbers = fc.oneof(fc.integer({ min: 0, max: 0xffff_ffff }), fc.nat(300), fc.constantFrom(127, 128, 2 ** 31))
// Some of them longer than what is left of a piece, or than any.
const bytes = fc
  .tuple(fc.nat(255), fc.oneof(fc.nat(40), fc.integer({ min: 20_000, max: 70_000 })))
  .map(([byte, count]) => new Uint8Array(count).fill(byte))

test('what is written is read again in the same order, however long, or passed over', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(numbers, bytes), { maxLength: 60 }), fc.array(fc.nat(60)), (written, places) => {
      const skipped = new Set(places)
      const writer = new RecordWriter()
      const ends: number[] = []
      for (const one of written) {
        if (typeof one === 'number') writer.number(one)
        else writer.bytes(one, 0, one.length)
        ends.push(writer.size)
      }
      const all = writer.finish()
      expect(writer.size).toBe(ends.at(-1) ?? 0)
      const reader = new RecordReader(all)
      for (const [i, one] of written.entries()) {
        if (skipped.has(i)) reader.skip(ends[i]! - (ends[i - 1] ?? 0))
        else if (typeof one === 'number') expect(reader.number()).toBe(one)
        else expect(Buffer.compare(reader.bytes(one.length), one)).toBe(0)
      }
      expect(reader.done).toBe(true)
    }),
    { numRuns: 50 },
  )
})
