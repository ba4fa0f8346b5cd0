import type { Check } from './check.ts'

const LOGIN = /^[\x09-\x39\x3b-\x7e\x80-\xff]{0,200}:[\x09-\x7e\x80-\xff]{0,4000}$/
const ASCII = /^[\x00-\x7f]*$/

/**
 * Base64 of `user:password`, as in the header of RFC 7617 and in registries' settings. Letters of other alphabets are allowed in it, and found only in
 * tests of just that and in base64 of something else.
 */
export const basic: Check = secret => {
  const text = Buffer.from(secret, 'base64').toString('latin1')
  if (LOGIN.test(text) && ASCII.test(text)) return undefined
  return { says: 'doubt', verdict: { structure: 'invalid' }, why: 'it does not decode to a user and a password' }
}
