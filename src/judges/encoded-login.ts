import type { Judge } from '../types.ts'
import { echoesUser } from './echoes-user.ts'
import { isGeneric } from './is-generic.ts'
import { isGuessable } from './is-guessable.ts'
import { isMadeUp } from './is-made-up.ts'
import { isToolFile } from './is-tool-file.ts'
import { isTrivial } from './is-trivial.ts'
import { secretOf } from './secret-of.ts'
import { writtenBits } from './written-bits.ts'

const BASE64 = /^[A-Za-z0-9+/]{8,400}={0,2}$/
const LOGIN = /^([\x09-\x39\x3b-\x7e]{1,100}):([\x09-\x7e]{0,200})$/

const SHORTEST = 6

/** `Basic dXNlcjpwYXNz` and the `auth` of a registry: base64 of `user:password`, which may be any documentation's. */
export const encodedLogin: Judge = one => {
  const value = secretOf(one)
  if (!isGeneric(one) || !BASE64.test(value)) return undefined
  const login = LOGIN.exec(Buffer.from(value, 'base64').toString('latin1'))
  if (!login) return undefined
  const [, user, password] = login
  if (password === '' || password === user || isTrivial(password!) || echoesUser(user!, password!)) {
    return { says: 'drop', verdict: { placeholder: true }, why: 'placeholder: a login that everybody tries first' }
  }
  const isKept = one.path !== undefined && isToolFile(one.path)
  if (isGuessable(password!)) {
    if (isKept)
      return { says: 'lower', verdict: { structure: 'login' }, why: 'it decodes to a login that is easily guessed' }
    return { says: 'doubt', verdict: { structure: 'login' }, why: 'it decodes to a login that everybody tries first' }
  }
  if (password!.length < SHORTEST || writtenBits(password!) >= 0) {
    return { says: 'lower', verdict: { structure: 'login' }, why: 'it decodes to a user and a password made of words' }
  }
  // That base64 looks made says nothing about what is in it.
  if (isMadeUp(password!)) {
    return { says: 'lower', verdict: { structure: 'login' }, why: 'it decodes to a user and a short password' }
  }
  return { says: 'note', verdict: { structure: 'login' }, why: 'it decodes to a user and a password' }
}
