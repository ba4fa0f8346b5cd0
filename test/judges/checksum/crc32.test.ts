import { describe, expect, it } from 'vitest'
import { base62 } from '../../../src/judges/checksum/base62.ts'
import { crc32 } from '../../../src/judges/checksum/crc32.ts'
import { hex32 } from '../../../src/judges/checksum/hex32.ts'
import { littleEndian32 } from '../../../src/judges/checksum/little-endian32.ts'

describe('CRC-32', () => {
  it.each([
    ['', 0],
    ['123456789', 0xcbf43926],
    ['The quick brown fox jumps over the lazy dog', 0x414fa339],
  ])('of %j', (text, sum) => expect(crc32(text)).toBe(sum))

  it('is written as each vendor writes it', () => {
    expect(base62(0, 6)).toBe('000000')
    expect(base62(61, 1)).toBe('z')
    expect(base62(62, 6)).toBe('000010')
    expect(base62(0xffffffff, 6)).toBe('4gfFC3')
    expect(hex32(0xab)).toBe('000000ab')
    expect(littleEndian32(0x01020304).toString('hex')).toBe('04030201')
  })
})
