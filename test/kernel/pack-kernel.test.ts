import { constants, crc32, deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createPackKernel, DAMAGED, PACK_SLACK } from '../../src/kernel/create-pack-kernel.ts'

const kernel = createPackKernel()

function put(bytes: Uint8Array): number {
  const at = kernel.memory.allocate(bytes.length + PACK_SLACK)
  kernel.memory.bytes.set(bytes, at)
  return at
}

function inflate(deflated: Uint8Array, size: number): Buffer | undefined {
  const input = put(deflated)
  const output = kernel.memory.allocate(size + PACK_SLACK)
  const whole = kernel.inflate(input, input + deflated.length, output, size)
  const result = whole ? Buffer.from(kernel.memory.bytes.subarray(output, output + size)) : undefined
  kernel.memory.free(input, deflated.length + PACK_SLACK)
  kernel.memory.free(output, size + PACK_SLACK)
  return result
}

/** Texts that compress, and that do not. */
const text = fc.oneof(
  fc.uint8Array({ maxLength: 3000 }),
  fc
    .array(fc.constantFrom('const ', 'return ', 'aaaaaaaaaaaaaaaa', '\n', 'x', 'import { y } from', '0123456789'), {
      maxLength: 3000,
    })
    .map(words => Buffer.from(words.join(''))),
  fc.tuple(fc.nat(255), fc.nat(70_000)).map(([byte, length]) => Buffer.alloc(length, byte)),
)
const settings = fc.record({
  level: fc.integer({ min: 0, max: 9 }),
  strategy: fc.constantFrom(
    constants.Z_DEFAULT_STRATEGY,
    constants.Z_FIXED,
    constants.Z_HUFFMAN_ONLY,
    constants.Z_RLE,
    constants.Z_FILTERED,
  ),
  memLevel: fc.integer({ min: 1, max: 9 }),
  windowBits: fc.integer({ min: 9, max: 15 }),
})

test('inflates what zlib deflates, whatever its settings', () => {
  fc.assert(
    fc.property(text, settings, (bytes, options) => {
      expect(inflate(deflateSync(bytes, options), bytes.length)?.equals(bytes)).toBe(true)
    }),
    { numRuns: 600 },
  )
})

test('another size than the stream has is an error', () => {
  fc.assert(
    fc.property(text, settings, fc.integer({ min: -20, max: 20 }), (bytes, options, off) => {
      const size = bytes.length + off
      fc.pre(off !== 0 && size >= 0)
      expect(inflate(deflateSync(bytes, options), size)).toBeUndefined()
    }),
    { numRuns: 200 },
  )
})

test('a damaged stream gives an error or other bytes, and writes nowhere else', () => {
  fc.assert(
    fc.property(
      text,
      settings,
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 5 }),
      (bytes, options, changes) => {
        const deflated = deflateSync(bytes, options)
        for (const [at, byte] of changes) deflated[at % deflated.length] = byte
        const guard = put(Buffer.alloc(4096, 0x5a))
        inflate(deflated, bytes.length)
        expect(kernel.memory.bytes.subarray(guard, guard + 4096).every(byte => byte === 0x5a)).toBe(true)
        kernel.memory.free(guard, 4096 + PACK_SLACK)
      },
    ),
    { numRuns: 600 },
  )
})

test('a stream that is cut off is an error', () => {
  const deflated = deflateSync(Buffer.from('some text that goes on '.repeat(200)))
  for (let length = 0; length < deflated.length; length++)
    expect(inflate(deflated.subarray(0, length), 4600)).toBeUndefined()
})

test('CRC-32 and Adler-32 are those of zlib', () => {
  fc.assert(
    fc.property(text, bytes => {
      const at = put(bytes)
      expect(kernel.crc32(at, at + bytes.length)).toBe(crc32(bytes))
      expect(kernel.adler32(at, at + bytes.length)).toBe(deflateSync(bytes).readUInt32BE(deflateSync(bytes).length - 4))
      kernel.memory.free(at, bytes.length + PACK_SLACK)
    }),
    { numRuns: 100 },
  )
})

interface Copy {
  readonly from: number
  readonly length: number
}
type Operation = Copy | Uint8Array

function sizeBytes(size: number): number[] {
  const bytes: number[] = []
  let rest = size
  do {
    bytes.push((rest & 0x7f) | (rest > 0x7f ? 0x80 : 0))
    rest >>>= 7
  } while (rest > 0)
  return bytes
}

/** As git's format has it: https://git-scm.com/docs/gitformat-pack#_deltified_representation */
function encode(base: Uint8Array, operations: readonly Operation[]): { delta: Buffer; result: Buffer } {
  const parts: Uint8Array[] = []
  const body: number[] = []
  for (const operation of operations) {
    if (operation instanceof Uint8Array) {
      if (operation.length > 0) body.push(operation.length, ...operation)
      parts.push(operation)
      continue
    }
    const { from, length } = operation
    const bytes: number[] = []
    let op = 0x80
    for (let i = 0; i < 4; i++)
      if ((from >>> (8 * i)) & 255) {
        op |= 1 << i
        bytes.push((from >>> (8 * i)) & 255)
      }
    if (length !== 0x10000)
      for (let i = 0; i < 3; i++)
        if ((length >>> (8 * i)) & 255) {
          op |= 16 << i
          bytes.push((length >>> (8 * i)) & 255)
        }
    body.push(op, ...bytes)
    parts.push(base.subarray(from, from + length))
  }
  const result = Buffer.concat(parts)
  return { delta: Buffer.from([...sizeBytes(base.length), ...sizeBytes(result.length), ...body]), result }
}

const deltas = fc.uint8Array({ minLength: 1, maxLength: 70_000 }).chain(base =>
  fc
    .array(
      fc.oneof(
        fc.uint8Array({ minLength: 1, maxLength: 127 }),
        fc.tuple(fc.nat(base.length - 1), fc.integer({ min: 1, max: 0x10000 })).map(
          ([from, length]): Copy => ({
            from,
            length: Math.min(length, base.length - from),
          }),
        ),
      ),
      { maxLength: 12 },
    )
    .map(operations => ({ base, operations, ...encode(base, operations) })),
)

function apply(base: Uint8Array, delta: Uint8Array, size: number): { result: Buffer; runs: number[][] } | undefined {
  const baseAt = put(base)
  const deltaAt = put(delta)
  const out = kernel.memory.allocate(size + PACK_SLACK)
  const runsAt = kernel.memory.allocate(delta.length * 12 + PACK_SLACK)
  const count = kernel.applyDelta(baseAt, base.length, deltaAt, deltaAt + delta.length, out, size, runsAt)
  const { bytes, words } = kernel.memory
  const given =
    count === DAMAGED
      ? undefined
      : {
          result: Buffer.from(bytes.subarray(out, out + size)),
          runs: Array.from({ length: count }, (_, i) => [
            ...words.subarray(runsAt / 4 + 3 * i, runsAt / 4 + 3 * i + 3),
          ]),
        }
  kernel.memory.free(baseAt, base.length + PACK_SLACK)
  kernel.memory.free(deltaAt, delta.length + PACK_SLACK)
  kernel.memory.free(out, size + PACK_SLACK)
  kernel.memory.free(runsAt, delta.length * 12 + PACK_SLACK)
  return given
}

test('a delta is applied as git says, and its runs say what was copied', () => {
  fc.assert(
    fc.property(deltas, ({ base, operations, delta, result }) => {
      const at = put(delta)
      expect(kernel.deltaResultSize(at, at + delta.length)).toBe(result.length)
      expect(kernel.copiesIn(at, at + delta.length)).toBe(operations.filter(one => !(one instanceof Uint8Array)).length)
      kernel.memory.free(at, delta.length + PACK_SLACK)
      const given = apply(base, delta, result.length)
      expect(given?.result.equals(result)).toBe(true)
      for (const [target, from, length] of given!.runs) {
        expect(
          result.subarray(target, target! + length!).equals(Buffer.from(base).subarray(from, from! + length!)),
        ).toBe(true)
      }
      const copied = given!.runs.reduce((sum, [, , length]) => sum + length!, 0)
      const inserted = operations.reduce((sum, one) => sum + (one instanceof Uint8Array ? one.length : 0), 0)
      expect(copied + inserted).toBe(result.length)
    }),
    { numRuns: 300 },
  )
})

test('a damaged delta never copies from beyond its base or to beyond its result', () => {
  fc.assert(
    fc.property(
      deltas,
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 4 }),
      ({ base, delta, result }, changes) => {
        for (const [at, byte] of changes) delta[at % delta.length] = byte
        const guard = put(Buffer.alloc(4096, 0x5a))
        const given = apply(base, delta, result.length)
        for (const [target, from, length] of given?.runs ?? []) {
          expect(from! + length!).toBeLessThanOrEqual(base.length)
          expect(target! + length!).toBeLessThanOrEqual(result.length)
        }
        expect(kernel.memory.bytes.subarray(guard, guard + 4096).every(byte => byte === 0x5a)).toBe(true)
        kernel.memory.free(guard, 4096 + PACK_SLACK)
      },
    ),
    { numRuns: 300 },
  )
})
