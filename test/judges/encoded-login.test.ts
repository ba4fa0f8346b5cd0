import { describe, expect, it } from 'vitest'
import { encodedLogin } from '../../src/judges/encoded-login.ts'
import { makeCase } from './make-case.ts'

const says = (text: string, generic = true) =>
  encodedLogin(makeCase(Buffer.from(text).toString('base64'), { rule: { generic } }))?.says

describe('login in base64', () => {
  it.each(['user:pass', 'username:password', 'admin:admin', 'foo:bar', 'someone:', 'customUser:customPass'])(
    'drops %s',
    text => {
      expect(says(text)).toBe('drop')
    },
  )
  it('notes a real one', () => expect(says('deploy:kX9!mQ2zW7pLr')).toBe('note'))
  it('lowers a short one, since base64 alone looks made', () => expect(says('deploy:kX9!mQ2z')).toBe('lower'))
  it('doubts what is guessed', () => expect(says('deploy:P4ssw0rd1!')).toBe('doubt'))
  it('reads a login with a line end in it', () => expect(says('user\nname:ferret')).toBe('lower'))
  it('lowers words', () => expect(says('tobi:ferret')).toBe('lower'))
  it.each(['no colon in here', '\u0001\u0002:\u0003abcdef'])('says nothing of %j', text =>
    expect(says(text)).toBeUndefined(),
  )
  it('is not asked of vendor forms', () => expect(says('user:pass', false)).toBeUndefined())
})
