import { describe, expect, it } from 'vitest'
import { jwt } from '../../../src/judges/checksum/jwt.ts'
import { makeCase } from '../make-case.ts'

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const token = (header: unknown, payload: unknown, signature = 'c2lnbmF0dXJl') =>
  `${encode(header)}.${encode(payload)}.${signature}`
const NOW = Date.parse('2025-01-01T00:00:00Z')
const HS256 = { alg: 'HS256', typ: 'JWT' }

function opinionOf(secret: string) {
  return jwt(secret, makeCase(secret), NOW)
}

describe('JWT', () => {
  it('tells issuer, algorithm and expiry', () => {
    const secret = token(HS256, { iss: 'https://issuer.example', sub: 'a', exp: NOW / 1000 + 60 })
    expect(opinionOf(secret)).toEqual({
      says: 'note',
      verdict: {
        structure: 'valid',
        algorithm: 'HS256',
        issuer: 'https://issuer.example',
        expires: '2025-01-01T00:01:00.000Z',
      },
      why: 'header and payload decode',
    })
  })

  it.each([
    ['lower', token(HS256, { sub: 'a', exp: NOW / 1000 - 60 })],
    ['doubt', token({ alg: 'none' }, { sub: 'a' })],
    ['doubt', token(HS256, { sub: 'a' }, '')],
    ['doubt', token(HS256, { role: 'anon', iss: 'supabase' })],
    ['confirm', token(HS256, { role: 'service_role', iss: 'supabase' })],
    ['doubt', token(HS256, { role: 'service_role', iss: 'supabase-demo' })],
    ['doubt', token(HS256, { source: 'acme dev', testData: 'EMULATED' })],
    ['note', token(HS256, { sub: 'test', env: 'test' })],
    ['drop', token(HS256, { sub: '1234567890', name: 'John Doe', iat: 1516239022 })],
    ['drop', token(HS256, { foo: 'bar' })],
    ['drop', token(HS256, { some: 'payload' })],
    ['note', token(HS256, { foo: 'bar', sub: 'otter' })],
    ['drop', token(HS256, { iss: 'joe', exp: 1300819380 })],
    ['note', token({ alg: 'RSA-OAEP', enc: 'A256GCM' }, 'x')],
    ['doubt', `${Buffer.from('no json').toString('base64url')}.${encode({})}.c2ln`],
    ['doubt', `${Buffer.from('{no json').toString('base64url')}.${encode({})}.c2ln`],
    ['lower', `${encode(HS256)}.bm8ganNvbg.c2ln`],
    ['note', token(HS256, { exp: 1e300 })],
  ])('says %s of %#', (says, secret) => expect(opinionOf(secret)?.says).toBe(says))

  it('lowers what a test signed for nobody', () => {
    const saysOf = (claims: object, path: string) => jwt(token(HS256, claims), makeCase('x', { path }), NOW)?.says
    expect(saysOf({ sub: 'otter' }, 'tests/login.py')).toBe('lower')
    expect(saysOf({ sub: 'otter', iss: 'https://issuer.example' }, 'tests/login.py')).toBe('note')
    expect(saysOf({ sub: 'otter' }, 'src/login.py')).toBe('note')
  })

  it('lets no control character of a payload through', () => {
    const issuer = opinionOf(token(HS256, { iss: `a\u001b[31mb\n${'c'.repeat(500)}` }))?.verdict?.issuer
    expect(issuer).toMatch(/^[\x20-\x7e]{10,120}…$/)
  })
})
