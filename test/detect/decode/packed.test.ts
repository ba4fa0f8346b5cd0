import * as zlib from 'node:zlib'
import { expect, test } from 'vitest'
import { LEAK_RULE, makeLeak } from '../../../fixtures/leaks/make-leak.ts'
import { bunzip2 } from '../../../src/detect/decode/unpack/bunzip2.ts'
import { unxz } from '../../../src/detect/decode/unpack/unxz.ts'
import { tarOf } from './encoded.ts'
import { foundIn } from './found-in.ts'

const MOST = 1024 * 1024
const lines = Array.from({ length: 90 }, (_, i) => `line ${i} has ${i * 7919} in it, and ${'ab'.repeat(i % 40)}\n`)
const text = Buffer.from(lines.join(''))

/** The text as `bzip2` and `xz` pack it: Node can do neither. */
const BZIP2 = Buffer.from(
  [
    'QlpoOTFBWSZTWRJX51AACpxZgAAQQAR/4DZlDABQBDhDAAPdQQMqGhv9VSJp6gaDVPyTGSqpkBoCT1VSDQMEZMUAGI000aBSVUNA',
    'xGCac+C1RtaNXTdfCEAYAkCICASICAIkIAggkAgggSAiAIQVJqM4ba171ls568efj1899571AcDYDcMAwDcNgOBqA5NADKZaNbtc',
    'Xe8Xm5q5qoiIiIiIiIiIiIiIiIiIif0stnuWWz6xvxzl11nD/bcbgvUb8qyfjE9sq8hV3azcWOS27k7p55Hk6DvSrNyqFmzkUERB',
    '1LSBmpiLGo1RulwPs6hTrznQL19vR9pFUlrrEu1BEDz2qO3dI3yHlYfhx+Obi9uzH3Zb9M584jHQzV8TjXAwHC7uhujfehRGHgeB',
    'oTqGaheyr2dxe9fbrjLB9qJGTPeHhqy0iPHiD0HvePahhGYsOxb7J7c510rbeyMNM22K7ygIZhHl31M4QTtqiwdtD3BUTqgdnLmO',
    'dinnsnc+yvr1CqVtIjx8DxE7X4S0K1UEke50N1Yo+7I/Os59zkHKzdqFbm+K7vOlPDRWDLz1A1rv2NDPa7exzJj9N6SDLr3ijiro',
    'Kb9mW4m7pGatu764+E6Xb7W63s5uMF/Hdd88LpDqwZe+qQJzf6++HH774Ej4fAn4ffEhbRNlG2wmyjY2Q2kGsbaK1FtFY2qNtgtT',
    'aqxlWyraVtK2K2K2pjaxaxaxqxqxVirG2jbRbRbRrRrRWitG1G1FqLUao1RVFUbY2xbFsaxrFYrG0bRaLRqNRUVGxsWLGjRRNra2',
    'bNtsVPCU8SEX6SnqSnlKZKfyU8pTglMlMlMlP8XckU4UJASV+dQA',
  ].join(''),
  'base64',
)
const XZ = Buffer.from(
  [
    '/Td6WFoAAAFpIt42AgAhARYAAAB0L+Wj4BdTAnZdADYaSh8IoCYDQdDd4tK3j8wPmHxcxl6xVPH+qk2vBm7+WgCHinwbqQ70cr39',
    'HHFDtac/b6lxMLebHyl5t3S2fMi9ElGEOQSv7bqSQKpz/XE9EAPly7kJCKhxpzr8PhAs2NRLMwxwm6D7p2yPFZuwfj/rfMv8gB2w',
    'voTIrB5CosZqQ+SJAGneFlFayT137TdOvOo6tkbUdy+a+w9w6FvYMcDVsWqZSb3XyZDxZnTjrJThRRcFJkGbEz6+SS1xJG0c86qo',
    'NFkjZK3rXp5LK1I1rll+gvPxO1tl1TWSu478L1zmrs6nGix5PzRC0N6Cg5GffJ6edOE1APj5m70ZVZGttW7jbT1j5KRC7uJ7C4kx',
    'kUaU8mVx4jJbO3GHNJ2jKGbiWsyzjmV6yNcjttgLRaC9t6X7rsS6SaF6oV3S2J5xZOYgZoccw58Z91Bw9nOu5ZAFy9PUGMpc0nzc',
    'UM6K5ukWgptO0qb0yB7fcdUAota/Uda+D/A7jthQ/+StOPlWeKCB7en/n16NpJl5H6ga0yUN/isX+ag1PeQu+5ObEfHNdMi+t2lq',
    'fA0t1LukdTLDePyoB5OZq/lIQEqnJf1S2cRfxmJJLxqnx7+lIq68rOraLaPFFLc3doo4dzidoRNVjb42tAkocVtMEnxJ5bWbNOwL',
    'ctXag0ckM19yg3i4DdjY5NF00oX4sjhy/OGFoCVSsQHEZFQBK50rkEny+th/vlbHqlAY5fGeQRoPMaYl+dkiKc4qqQ9ii9nokLa8',
    '7re+7V/zAFE4/jh29xp9ReTqLwIZsIjU2dJkCsr95XDl4zFZOip1zi5reMuvGH/QR9CxXz0nkDnJL+s2AAAAACjT7S4AAY4F1C4A',
    'ACFr6rQ+MA2LAgAAAAABWVo=',
  ].join(''),
  'base64',
)

test.each([
  ['bzip2', bunzip2, BZIP2],
  ['xz', unxz, XZ],
] as const)('what %s packs is unpacked, one stream or two', (_, unpack, packed) => {
  expect(Buffer.compare(unpack(packed, MOST), text)).toBe(0)
  expect(Buffer.compare(unpack(Buffer.concat([packed, packed]), MOST), Buffer.concat([text, text]))).toBe(0)
  expect(() => unpack(packed, text.length - 1)).toThrow(expect.objectContaining({ code: 'ERR_BUFFER_TOO_LARGE' }))
})

test.each([
  ['bzip2', bunzip2, BZIP2],
  ['xz', unxz, XZ],
] as const)('%s that is damaged or cut off anywhere comes to an end', (_, unpack, packed) => {
  const outcome = (bytes: Uint8Array): string => {
    try {
      return unpack(bytes, MOST) ? 'unpacked' : ''
    } catch (error) {
      return (error as Error).message
    }
  }
  for (let at = 0; at < packed.length; at += 3) {
    const changed = Buffer.from(packed)
    changed[at]! ^= 0x55
    expect(outcome(changed)).toMatch(/^(?:unpacked|damaged: .*|too long)$/)
    expect(outcome(packed.subarray(0, at))).toMatch(/^(?:unpacked|damaged: .*)$/)
  }
})

/** As xz keeps what does not get smaller. */
function xzOf(content: Uint8Array): Buffer {
  const header = Buffer.from('fd377a585a000000ff12d941', 'hex')
  const block = Buffer.from('020021010800000000000000', 'hex')
  const size = content.length - 1
  const chunk = Buffer.concat([Buffer.of(1, size >> 8, size & 0xff), content, Buffer.of(0)])
  const padding = Buffer.alloc((4 - (chunk.length % 4)) % 4)
  return Buffer.concat([header, block, chunk, padding, Buffer.from('0001000000000000', 'hex'), Buffer.alloc(12)])
}

test('a key in a tar in xz: its path and line', async () => {
  const content = xzOf(tarOf({ 'b/c.txt': `\n${makeLeak()}` }))
  expect(await foundIn(content, 'x/a.txz')).toEqual([`${LEAK_RULE} a.tar!b/c.txt:2:1 xz tar`])
})

test('a damaged one is said, a text that speaks of one is not', async () => {
  expect(await foundIn(BZIP2.subarray(0, 200), 'a.bz2')).toEqual(['a.bz2!a: damaged: what it holds cannot be unpacked'])
  expect(await foundIn('they begin with BZh91AY&SY and Rar!\x1a\x07', 'a.txt')).toEqual([])
})

test.each([
  ['7z', '7z\xbc\xaf\x27\x1c'],
  ['rar', 'Rar!\x1a\x07\x00'],
])('of %s it is said that it is not opened', async (name, magic) => {
  const content = Buffer.from(`${magic}some more of it`, 'latin1')
  expect(await foundIn(content, `a.${name}`)).toEqual([`a.${name}: packed by ${name}, which is not opened`])
})

test('zstd is opened where Node can do it, and said elsewhere', async () => {
  const { zstdCompressSync } = zlib as { readonly zstdCompressSync?: typeof zlib.gzipSync }
  const content = zstdCompressSync ? zstdCompressSync(makeLeak()) : Buffer.from('28b52ffd0401', 'hex')
  const expected = zstdCompressSync ? `${LEAK_RULE} a:1:1 zstd` : 'a.zst: packed by zstd, which is not opened'
  expect(await foundIn(content, 'a.zst')).toEqual([expected])
})
