import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createBatchOutput } from '../../src/objects/batch-output.ts'

const MAX = 64
const id = (at: number) => at.toString(16).padStart(40, '0')

/** What came of bytes that are cut into chunks, each of which is overwritten afterwards. */
function read(output: Buffer, cuts: readonly number[] = []) {
  const seen: string[] = []
  const batch = createBatchOutput(
    {
      visit: object => seen.push(`${object.id} ${object.type} ${Buffer.from(object.bytes).toString('latin1')}`),
      problem: problem => seen.push(`${problem.what} ${problem.why}`),
      missing: missing => seen.push(`${missing} missing`),
      done: done => seen.push(`${done} done`),
    },
    MAX,
  )
  const edges = [0, ...[...cuts].sort((a, b) => a - b), output.length]
  for (let at = 1; at < edges.length; at++) {
    const chunk = Buffer.from(output.subarray(edges[at - 1], edges[at]))
    batch.push(chunk)
    chunk.fill(0x0a)
  }
  return { seen, cutOff: batch.cutOff }
}

test('objects, missing ones and such that are too large, however the pipe cuts them', () => {
  const object = fc.record({
    type: fc.constantFrom('blob', 'tree', 'commit', 'tag'),
    // Line feeds, and lines that look like headers.
    content: fc.oneof(
      fc.uint8Array({ maxLength: MAX + 4 }).map(bytes => Buffer.from(bytes).toString('latin1')),
      fc.constantFrom('', '\n', `${id(1)} missing\n`, `${id(2)} blob 3\n`),
    ),
  })
  fc.assert(
    fc.property(
      fc.array(fc.option(object), { maxLength: 8 }),
      fc.array(fc.nat(), { maxLength: 12 }),
      (objects, cuts) => {
        const expected: string[] = []
        let output = ''
        objects.forEach((one, at) => {
          if (one === null) {
            output += `${id(at)} missing\n`
            expected.push(`${id(at)} missing`)
          } else {
            const { length } = one.content
            output += `${id(at)} ${one.type} ${length}\n${one.content}\n`
            const tooLarge = `${length} bytes, larger than ${MAX} bytes; raise limits.blob-bytes`
            expected.push(`${id(at)} ${length > MAX ? tooLarge : `${one.type} ${one.content}`}`)
          }
          expected.push(`${id(at)} done`)
        })
        const bytes = Buffer.from(output, 'latin1')
        const edges = cuts.map(cut => cut % (bytes.length + 1))
        expect(read(bytes, edges)).toEqual({ seen: expected, cutOff: false })
      },
    ),
    { numRuns: 1000 },
  )
})

test('what is cut off is not handed on', () => {
  const whole = `${id(1)} blob 5\nhello\n`
  for (let length = 1; length < whole.length; length++) {
    expect(read(Buffer.from(whole.slice(0, length)))).toEqual({ seen: [], cutOff: true })
  }
})

test('words that are not known are an error', () => {
  expect(() => read(Buffer.from(`${id(1)} ambiguous\n`))).toThrow(/does not know/)
  expect(() => read(Buffer.from('x'.repeat(10_000)))).toThrow(/no header/)
})
