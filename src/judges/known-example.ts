import { getBuiltinModule } from 'node:process'
import type { Judge } from '../types.ts'
import { secretOf } from './secret-of.ts'

/**
 * Values that vendors' documentation, emulators and standards show to everybody, by the first 16 hex digits of their
 * SHA-256: the values look live, and must not stand in a file. What holds "EXAMPLE" (Amazon's) needs no entry.
 */
const KNOWN: ReadonlyMap<string, string> = new Map([
  ['2cafc0970149a84f', 'Stripe, sample key of the API reference'],
  ['f2d6ca16515033e5', 'Stripe, sample key of older pages'],
  ['b1471f544ceeea31', 'Stripe, sample publishable key'],
  ['5895b89c8fb33402', 'Stripe, sample publishable key of older pages'],
  ['7e8de44ea9ecf6d5', 'Stripe, sample key of the client libraries'],
  ['69e5a07ccf06bc5a', 'Stripe, sample key of the client libraries'],
  ['0011cc25eb432071', 'Azurite and the storage emulator: the well-known account key'],
  ['aa6547439583c3a2', 'Cosmos DB emulator: the well-known key'],
  ['3543c50b0cb9cea8', 'GitHub documentation, access token'],
  ['bc3ae723f57c6b9e', 'GitHub documentation, OAuth token'],
  ['797c0ce414586cc8', 'GitHub documentation, installation token'],
  ['82e74299544e0073', 'GitHub documentation, user token'],
  ['6d7fa4e64d4b1f3e', 'GitHub documentation, refresh token'],
  ['f5e95c9954635b65', 'reCAPTCHA, secret for automated tests'],
  ['03b970ed8171d73b', 'reCAPTCHA, site key for automated tests'],
  ['f5375a46365089a8', 'Slack documentation, bot token'],
  ['60c2276a452dbd12', 'Slack documentation, user token'],
  ['279a2219c2388e7f', 'Firebase documentation, browser key'],
  ['ac9265e56c79b234', 'Google Maps documentation, browser key'],
  ['02091175c1ae3023', 'SendGrid documentation'],
  ['15cef4b629cc2d07', 'RFC 6455, sample of a WebSocket key'],
  ['cf4d418ed3de92d7', 'RFC 7617, sample of basic authentication'],
  ['a1af13543ba8ad27', 'Cloudflare documentation, API key'],
  ['5e6a8235e121de87', 'Cloudflare documentation, global key'],
  ['8b1b17a9740c068a', 'RFC 7515, appendix A.1, signing key'],
])
const DIGITS = 16
/** Longer values are not in the list; hashing them is for nothing. */
const LONGEST = 100

/** Loaded by the first secret that comes this far: nearly every commit goes without, and it takes a millisecond. */
function sha256(text: string): string {
  return getBuiltinModule('node:crypto').createHash('sha256').update(text).digest('hex')
}

/** A published value opens nothing. */
export const knownExample: Judge = one => {
  if (one.match.secret.length > LONGEST) return undefined
  const known = KNOWN.get(sha256(secretOf(one)).slice(0, DIGITS))
  return known === undefined
    ? undefined
    : { says: 'drop', verdict: { knownExample: true }, why: `published value: ${known}` }
}
