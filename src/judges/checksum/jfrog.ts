import type { Check } from './check.ts'

/** Base64 of `reftkn:`, a version, the second it ends (0: never), and 28 characters. */
const REFERENCE = /^reftkn:\d{2}:(\d{10}):[A-Za-z0-9]{20,40}$/
const FORM = /^cmVmdGtuOj[A-Za-z0-9+/]{54}$/

/** A reference token says when it ends. https://jfrog.com/help/r/jfrog-platform-administration-documentation/reference-token */
export const jfrog: Check = (secret, _one, now = Date.now()) => {
  if (!FORM.test(secret)) return undefined
  const found = REFERENCE.exec(Buffer.from(secret, 'base64').toString('latin1'))
  if (!found) return { says: 'doubt', verdict: { structure: 'invalid' }, why: 'it decodes to no reference token' }
  const ends = Number(found[1]) * 1000
  if (ends === 0) return { says: 'confirm', verdict: { structure: 'valid' }, why: 'a reference token that never ends' }
  const verdict = { structure: 'valid', expires: new Date(ends).toISOString() }
  return ends < now
    ? { says: 'lower', verdict, why: 'a reference token that has expired' }
    : { says: 'confirm', verdict, why: 'a whole reference token' }
}
