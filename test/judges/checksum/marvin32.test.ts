import { describe, expect, it } from 'vitest'
import { marvin32 } from '../../../src/judges/checksum/marvin32.ts'

/** dotnet/runtime, MarvinTests.cs: 64-bit results of before .NET Core 3; ours is their halves combined. */
const VECTORS = [
  ['4fb61a001bdbcc', '', '30ed35c100cd3c7d'],
  ['4fb61a001bdbcc', 'af', '48e73fc77d75ddc1'],
  ['4fb61a001bdbcc', 'e70f', 'b5f6e1fc485dbff8'],
  ['4fb61a001bdbcc', '37f495', 'f0b07c789b8cf7e8'],
  ['4fb61a001bdbcc', '8642dc59', '7008f2e87e9cf556'],
  ['4fb61a001bdbcc', '153fb79826', 'e6c08c6da2afa997'],
  ['4fb61a001bdbcc', '0932e6246c47', '6f04bf1a5ea24060'],
  ['4fb61a001bdbcc', 'ab427ea8d10fc7', 'e11847e4f0678c41'],
  ['804fb61a001bdbcc', '', '10a9d5d3996fd65d'],
  ['804fb61a001bdbcc', '8642dc59', '36289d9654fb49f6'],
] as const

function seedOf(hex: string): string {
  return Buffer.from(hex.padStart(16, '0'), 'hex').toString('latin1')
}

describe('Marvin32', () => {
  it.each(VECTORS)('with seed %s of %j', (seed, data, result) => {
    const wide = BigInt(`0x${result}`)
    const expected = Number((wide >> 32n) ^ (wide & 0xffffffffn))
    expect(marvin32(Buffer.from(data, 'hex'), seedOf(seed))).toBe(expected)
  })

  it('of "Abcdefg" in UTF-16', () => {
    expect(marvin32(Buffer.from('Abcdefg', 'utf16le'), seedOf('5d70d359c498b3f8'))).toBe(0xba627c81)
  })
})
