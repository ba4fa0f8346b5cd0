import type { Check } from './check.ts'

const LOGIN = /^[\x09-\x39\x3b-\x7e\x80-\xff]{0,200}:[\x09-\x7e\x80-\xff]{0,4000}$/

/** Base64 of `user:password`, as in the header of RFC 7617 and in registries' settings. */
export const basic: Check = secret =>
  LOGIN.test(Buffer.from(secret, 'base64').toString('latin1'))
    ? undefined
    : { says: 'doubt', verdict: { structure: 'invalid' }, why: 'it does not decode to a user and a password' }
