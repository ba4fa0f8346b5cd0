import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expandSample, SampleError } from '../../src/ruleset/samples.ts'

describe('expandSample', () => {
  it.each<[string, RegExp]>([
    ['a {{b}} c', /^a \{b\} c$/],
    ['{alnum:20}', /^[A-Za-z0-9]{20}$/],
    ['{lower:9}{upper:9}{digits:9}', /^[a-z]{9}[A-Z]{9}\d{9}$/],
    ['{loweralnum:9}{upperalnum:9}', /^[a-z0-9]{9}[A-Z0-9]{9}$/],
    ['{hex:40}.{HEX:8}', /^[0-9a-f]{40}\.[0-9A-F]{8}$/],
    ['{base64:30}', /^[\w+/]{30}$/],
    ['{base64url:30}', /^[\w-]{30}$/],
    ['{base32:30}', /^[A-Z2-7]{30}$/],
    ['{uuid}', /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/],
    ['{password:16}', /^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)(?=.*[!*._~^+-])[\w!*.~^+-]{16}$/],
    ['{repeat:x:5}{repeat:a:b:2}', /^xxxxxa:ba:b$/],
    ['{b64:user:pass}', /^dXNlcjpwYXNz$/],
    ['{sum:github:ghp_}', /^ghp_\w{36}$/],
  ])('%s', (template, expected) => {
    expect(expandSample(template, 1)).toMatch(expected)
  })

  it('expands what is inside a generator first', () => {
    expect(Buffer.from(expandSample('{b64:user:{hex:32}}', 1), 'base64').toString()).toMatch(/^user:[0-9a-f]{32}$/)
  })

  it('gives the same for the same seed and something else for another', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), (a, b) => {
        expect(expandSample('{alnum:30}', a)).toBe(expandSample('{alnum:30}', a))
        if (a !== b) expect(expandSample('{alnum:30}', a)).not.toBe(expandSample('{alnum:30}', b))
      }),
    )
    expect(expandSample('x{hex:30}', 1).slice(1)).not.toBe(expandSample('y{hex:30}', 1).slice(1))
  })

  it.each([
    '{',
    'a}',
    '{alnum}',
    '{alnum:0}',
    '{alnum:x}',
    '{alnum:99999999}',
    '{nothing:1}',
    '{sum:nobody:}',
    '{toString:3}',
    '{repeat:x}',
  ])('refuses %s', template => {
    expect(() => expandSample(template, 1)).toThrow(SampleError)
  })
})
