import { describe, expect, it } from 'vitest'
import { monotone } from '../../src/judges/monotone.ts'
import { makeCase } from './make-case.ts'

describe('monotone', () => {
  it.each([
    'aaaaaaaaaaaaaaaaaaaa',
    `${'sk'}_test_${'0'.repeat(24)}`,
    '00000000-0000-0000-0000-000000000000',
    'abcdefghijklmnopqrst',
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789',
    '0123456789abcdef0123456789abcdef',
    'sk-1234567890abcdefghij',
    'qwertyuiop123456',
    'asdfghjkl',
    '9876543210',
    'abc123abc123abc123',
    'deadbeefdeadbeefdeadbeef',
    '********',
    '11111111-2222-2222-1111-111111111111',
    'pwd:!@#$%^&*()_+',
    'AABBCCDDEEFF',
    `${'whsec'}_test_1234567890`,
    '7d3f0a91-4c2e-4b8d-9f6a-2C2C2C2C2C2C',
    '11122233333444555666777888999',
    'abcdefghijklmnopqrstuvwxyz0123456789'.repeat(20),
  ])('drops %s', value => {
    expect(monotone(makeCase(value))).toMatchObject({ says: 'drop', verdict: { placeholder: true } })
  })

  it.each(['q8Zt2LmX0vRk', '1234qZ8xLm0vRkTT', 'xK9abcdmQ2vL7tRz', '!!a#$%&a!*()', 'a1'])(
    'says nothing of %s',
    value => {
      expect(monotone(makeCase(value))).toBeUndefined()
    },
  )

  it('sees a row through base64', () => {
    const text = Buffer.from('0123456789').toString('base64')
    expect(monotone(makeCase(text, { rule: { generic: true } }))?.says).toBe('drop')
  })

  it('leaves a row of the keyboard that was set as a password, in the place of one', () => {
    const opinionOf = (value: string, parts: Record<string, string>) =>
      monotone(makeCase(value, { rule: { generic: true }, parts }))
    const set = `${'qwerty'.replace('q', 'Q')}!2345`
    expect(opinionOf(set, { name: 'dbPassword' })).toBeUndefined()
    expect(opinionOf(set, { user: 'me' })).toBeUndefined()
    expect(opinionOf(set, { name: 'apiKey' })?.says).toBe('drop')
    expect(opinionOf('qwerty2345', { name: 'dbPassword' })?.says).toBe('drop')
  })
})
