import { crc32 } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { bech32 } from '../../src/ruleset/bech32.ts'
import { CHECKSUM_MAKERS } from '../../src/ruleset/checksum-makers.ts'
import { marvin32 } from '../../src/ruleset/marvin32.ts'
import { createRandom } from '../../src/ruleset/random.ts'

const make = (name: string, parameters = '', seed = 1) => CHECKSUM_MAKERS[name]!(parameters, createRandom(seed))

describe('checksum makers', () => {
  it.each<[string, string, RegExp]>([
    ['github', 'npm_', /^npm_[A-Za-z0-9]{36}$/],
    ['gitlab', 'glpat-', /^glpat-[\w-]{27,300}\.01\.[0-9a-z]{2}[0-9a-z]{7}$/],
    ['grafana', '', /^glsa_[A-Za-z0-9]{32}_[0-9a-f]{8}$/],
    ['cloudflare', 'cfut_', /^cfut_[A-Za-z0-9]{40}[0-9a-f]{8}$/],
    ['zuplo', '', /^zpka_[A-Za-z0-9]{32}_[0-9a-f]{8}$/],
    ['atlassian', 'ATBB', /^ATBB[A-Za-z0-9]{24}[0-9A-F]{8}$/],
    ['atlassian', 'ATATT3x', /^ATATT3x[\w-]{176}=[0-9A-F]{8}$/],
    ['confluent', '', /^cflt[A-Za-z0-9+/]{60}$/],
    ['azure-storage', '', /^[A-Za-z0-9+/]{76}\+ASt[A-Za-z0-9+/]{6}==$/],
    ['entra', '', /^[\w.~-]{3}8Q~[\w.~-]{34}$/],
    ['aws', 'AKIA', /^AKIA[A-Z2-7]{16}$/],
    ['age', '', /^AGE-SECRET-KEY-1[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58}$/],
    ['jwt', '', /^eyJ[\w-]+\.eyJ[\w-]+\.[\w-]{43}$/],
  ])('%s %s has its form for any seed', (name, parameters, form) => {
    for (let seed = 0; seed < 50; seed++) expect(make(name, parameters, seed)).toMatch(form)
  })

  it('counts the CRC-32 of a GitHub token in base 62', () => {
    const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
    const token = make('github', 'ghp_')
    const value = [...token.slice(-6)].reduce((sum, digit) => sum * 62 + digits.indexOf(digit), 0)
    expect(value).toBe(crc32(token.slice(4, 34)))
  })

  it('gives the JWT the claims that are asked for', () => {
    const claims = make('jwt', '{"role":"service_role"}').split('.')[1]!
    expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toEqual({ role: 'service_role' })
  })

  // https://github.com/microsoft/security-utilities, MarvinShared: vectors that it shares with another implementation.
  it.each<[string, bigint, number]>([
    ['', 0x004fb61a001bdbccn, 0x302009bc],
    ['af', 0x004fb61a001bdbccn, 0x3592e206],
    ['e70f', 0x004fb61a001bdbccn, 0xfdab5e04],
    ['616263', 0xd53cd9cecd0893b7n, 0x6be02a86],
    ['6162636465666768696a6b6c6d6e6f707172737475767778797a', 0x0ddddeeeeffff000n, 0xd34847dc],
  ])('hashes %j as Marvin32 does', (hex, seed, expected) => {
    expect(marvin32(Buffer.from(hex, 'hex'), seed)).toBe(expected)
  })

  it('writes bech32 as BIP 173 does', () => {
    // Its test vector abcdef1qpzry…: the 32 values 0 to 31, which are these 20 bytes.
    const bytes = Buffer.from('00443214c74254b635cf84653a56d7c675be77df', 'hex')
    expect(bech32('abcdef', bytes)).toBe('abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw')
  })
})
