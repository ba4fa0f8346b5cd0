import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeCleanObjects } from '../../../src/objects/clean-cache/decode-clean-objects.ts'
import { encodeCleanObjects } from '../../../src/objects/clean-cache/encode-clean-objects.ts'
import { idSetOf } from '../../../src/objects/clean-cache/id-set.ts'
import { anyCleanObjects } from './ids.ts'

const KEY = Buffer.alloc(32, 'key')

const plain = (clean: ReturnType<typeof decodeCleanObjects>): unknown =>
  clean && {
    ...clean,
    sets: [clean.loose, clean.left, clean.missing].map(({ bytes }) => Buffer.from(bytes).toString('hex')),
    packs: clean.packs.map(({ checksum, objects }) => [Buffer.from(checksum).toString('hex'), objects]),
    loose: undefined,
    left: undefined,
    missing: undefined,
  }

test.each([[20], [32]])('what is written is what is read, with ids of %d bytes', idBytes => {
  fc.assert(
    fc.property(anyCleanObjects(idBytes), clean => {
      expect(plain(decodeCleanObjects(encodeCleanObjects(KEY, clean), KEY))).toEqual(plain(clean))
    }),
  )
})

describe('a damaged file is as good as none', () => {
  const loose = idSetOf(
    Uint8Array.from({ length: 60 }, (_, i) => i * 7),
    20,
  )
  const left = idSetOf(new Uint8Array(20).fill(9), 20)
  const missing = idSetOf(new Uint8Array(), 20)
  const packs = [{ checksum: new Uint8Array(20).fill(200), objects: 850_000 }]
  const totals = { blobs: 400_000, bytes: 2 ** 40, commits: 60_000 }
  const whole = encodeCleanObjects(KEY, { idBytes: 20, packs, loose, left, missing, totals })

  test('every byte, flipped in every bit', () => {
    for (let at = 0; at < whole.length; at++) {
      for (const flip of [1, 2, 4, 8, 16, 32, 64, 128, 255]) {
        const damaged = Uint8Array.from(whole)
        damaged[at]! ^= flip
        expect(decodeCleanObjects(damaged, KEY), `byte ${at}, ${flip}`).toBeUndefined()
      }
    }
  })

  test('cut off anywhere', () => {
    for (let length = 0; length < whole.length; length++) {
      expect(decodeCleanObjects(whole.subarray(0, length), KEY)).toBeUndefined()
    }
  })

  test('something behind its end', () => {
    expect(decodeCleanObjects(Buffer.concat([whole, Buffer.alloc(20)]), KEY)).toBeUndefined()
  })

  test('another key', () => {
    expect(decodeCleanObjects(whole, Buffer.alloc(32, 'other'))).toBeUndefined()
  })

  test('anything at all', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), bytes => {
        expect(decodeCleanObjects(bytes, KEY)).toBeUndefined()
      }),
    )
  })
})
