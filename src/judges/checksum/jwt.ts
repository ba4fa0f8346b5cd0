import type { Opinion } from '../../types.ts'
import { kindOfPath } from '../kind-of-path.ts'
import type { Check } from './check.ts'
import { jsonFromBase64 } from './json-from-base64.ts'
import { printable } from './printable.ts'

type Claims = Readonly<Record<string, unknown>>

/** All that the tokens say that libraries are tested with. */
const OF_TESTS = new Set(['foo', 'exp', 'iat', 'nbf'])

/** The payloads that jwt.io, RFC 7519 and the tests of libraries show to everybody. */
function isDocumentation(payload: Claims): boolean {
  return (
    (payload.sub === '1234567890' && (payload.name === 'John Doe' || payload.iat === 1516239022)) ||
    (payload.some === 'payload' && Object.keys(payload).length === 1) ||
    (payload.foo === 'bar' && Object.keys(payload).every(claim => OF_TESTS.has(claim))) ||
    (payload.iss === 'joe' && payload.exp === 1300819380)
  )
}

/** The keys that every copy comes with, signed with a secret that its documentation shows: https://supabase.com/docs/guides/self-hosting/docker */
const DEMO = 'supabase-demo'

/** Claims that say whom a token is of, for what, or for how long. */
const OF_SOMEBODY = ['iss', 'sub', 'aud', 'exp', 'jti', 'role', 'scope']
const FOR_TESTS = /test|example|dummy|fake|mock|emulat/i

function isForTests(payload: Claims): boolean {
  return OF_SOMEBODY.every(claim => payload[claim] === undefined) && FOR_TESTS.test(JSON.stringify(payload))
}

/** Signed for a test by whoever wrote it: for no service, and without an end. */
function isMadeForTest(payload: Claims, path: string | undefined): boolean {
  if (path === undefined || payload.exp !== undefined || payload.iss !== undefined) return false
  return kindOfPath(path, 'lower')?.isTest === true
}

function opinionOf(
  header: Claims,
  payload: Claims,
  path: string | undefined,
  signed: boolean,
  expires: number | undefined,
  now: number,
): Opinion {
  const issuer = printable(payload.iss)
  const algorithm = printable(header.alg)
  const role = payload.role === 'anon' || payload.role === 'service_role' ? payload.role : undefined
  const verdict = {
    structure: 'valid',
    ...(algorithm && { algorithm }),
    ...(issuer && { issuer }),
    ...(role && { role }),
    ...(expires !== undefined && { expires: new Date(expires).toISOString() }),
  }
  if (isDocumentation(payload)) return { says: 'drop', verdict, why: 'the example token of the documentation' }
  if (algorithm?.toLowerCase() === 'none' || !signed)
    return { says: 'doubt', verdict, why: 'a token without signature' }
  if (issuer === DEMO) return { says: 'doubt', verdict, why: 'a key of the demonstration that every copy comes with' }
  if (isForTests(payload)) return { says: 'doubt', verdict, why: 'a token of nobody, made for tests' }
  if (role === 'anon') return { says: 'doubt', verdict, why: 'a key of the role anon, made to be public' }
  if (expires !== undefined && expires < now) return { says: 'lower', verdict, why: 'a token that has expired' }
  if (role === 'service_role')
    return { says: 'confirm', verdict, why: 'a key of the role service_role, past all row rules' }
  if (isMadeForTest(payload, path)) return { says: 'lower', verdict, why: 'a token of no service, in a test' }
  return { says: 'note', verdict, why: 'header and payload decode' }
}

/** A date beyond this is no date: Date cannot hold it. */
const LAST_SECOND = 8.64e12

/** What a token says of itself. The clock is the one thing here that is not in the case: a token that was good may have expired. */
export const jwt: Check = (secret, one, now = Date.now()) => {
  const [head, body, signature] = secret.split('.')
  if (!head || body === undefined) return undefined
  const header = jsonFromBase64(head)
  if (!header) return { says: 'doubt', verdict: { structure: 'invalid' }, why: 'its header is no JSON' }
  const encrypted = typeof header.enc === 'string'
  if (encrypted) return { says: 'note', verdict: { structure: 'valid', encrypted: true }, why: 'an encrypted token' }
  const payload = jsonFromBase64(body)
  if (!payload) return { says: 'lower', verdict: { structure: 'invalid' }, why: 'its payload is no JSON' }
  const seconds = payload.exp
  const expires = typeof seconds === 'number' && Math.abs(seconds) < LAST_SECOND ? seconds * 1000 : undefined
  return opinionOf(header, payload, one.path, Boolean(signature), expires, now)
}
