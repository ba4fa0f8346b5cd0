import type { Case, Judge } from '../types.ts'
import { isGeneric } from './is-generic.ts'
import { nameKind } from './name-kind.ts'
import { secretOf } from './secret-of.ts'
import { shapesFor } from './shapes-for.ts'

/** A password may look like some of these to a machine; its name says otherwise. */
const NOT_OF_PASSWORDS = new Set(['a number', 'a selector', 'a format string', 'a regular expression'])

const UUID = /^\{?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\}?$/i
/** With letters that no UUID has: somebody typed it. */
const TYPED_UUID = /^(?=.*[g-z])[0-9a-z]{8}-[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{12}$/
/** `signingkey = 3AA5C34371567BD2` of git names a key of GPG, and is no key. */
const GPG_ID = /^(?:0x)?(?:[0-9A-F]{8}|[0-9A-F]{16}|[0-9A-F]{40})!?$/i
/** What services of payments call things by, and answer as a `token`: `cus_…`, `card_…`. */
const OF_A_THING =
  /^(?:card|cust?|ch|src|sub|txn|refund|rf|pm|pi|in|ord|order|payment|ps|tfer|acct|evt|req|mand|plan)_[\w-]{10,60}$|^tok_[A-Za-z0-9]{24,26}$/
const NUMBER = /^\d{11,24}$/
/** https://docs.stripe.com/api/payment_intents/object#payment_intent_object-client_secret and ephemeral keys, which last an hour */
const OF_ONE_PAYMENT = /^(?:pi|seti)_\w{10,40}_secret_\w{10,40}$|^ek_(?:test|live)_/
/** The half that says whose key it is: `access_key = SCW…`, as Amazon writes its own, with a `secret_key` beside it. */
const KEY_ID = /^[A-Z0-9]{16,24}$/
const NAMES_A_KEY_ID = /(?<!secret[_-]?)access[_-]?key$/i
/** https://community.exoscale.com/product/iam/quick-start/ */
const OF_EXOSCALE = /^EXO[0-9a-f]{24,32}$/
const NAMES_A_SECRET = /(?:key|token|secret|password|passwd|pwd|pass|pat|auth|authorization|bearer|salt|private)$/i
const HEX_DIGEST = /^(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{56}|[0-9a-f]{64}|[0-9a-f]{96}|[0-9a-f]{128})$/i
const INTEGRITY = /^(?:sha(?:1|224|256|384|512)|md5)[-:=$]/i
/** Words of which one on the line makes a run of hex digits a digest. `secret` and its like are not asked: they are why the rule fired. */
const DIGEST_WORDS =
  /sha-?(?:1|2|224|256|384|512)|md5|digest|checksum|integrity|\bcommit|\bhash(?:es|sum)?\b|etag|fingerprint|thumbprint|revision|public.?key|\bcrc\b|blake[23]|\bdrv\b|nonce/i

/** `createHmac('sha256', '…').digest()`: there the words tell what is done with the key. */
const TAKES_KEY = /hmac|sign|crypt|cipher|jwt|HashPass|scrypt|pbkdf|DeriveBytes|Fernet|AES/i

/** Beside its other half: `"publicKey": "…", "secretKey": "…"`. */
const PUBLIC_HALF = /public.?key/gi
const PRIVATE_HALF = /(?:secret|private)[_-]?key/i

/** .NET writes what a certificate is known by so: https://learn.microsoft.com/en-us/dotnet/api/system.security.cryptography.x509certificates.x509certificate2.thumbprint */
const THUMBPRINT = /^[0-9A-F]{40}$/

/** https://github.com/paralleldrive/cuid, of the years 2012 to 2045: it names a record, and is handed to what looks it up. */
const CUID = /^c[hijklmnop][a-z0-9]{23}$/

function isDigest(value: string, around: string, name: string, command: string): boolean {
  if (INTEGRITY.test(value)) return true
  const line = PRIVATE_HALF.test(name) ? around.replace(PUBLIC_HALF, '') : around
  return HEX_DIGEST.test(value) && !TAKES_KEY.test(command) && (DIGEST_WORDS.test(line) || DIGEST_WORDS.test(name))
}

/** `VALUES ('…', 'password', '2e11…')`: words among others, and ids beside them. A call that sets something has its name first. */
const FURTHER_BACK = /,\s{0,4}(["'])[\w.-]{1,40}\1,\s{0,4}["']$/

function isFurtherBack({ match }: Case): boolean {
  return FURTHER_BACK.test(match.line.slice(0, match.start - match.lineStart))
}

function lineWithoutSecret({ match }: Case): string {
  const from = match.start - match.lineStart
  return `${match.line.slice(0, from)} ${match.line.slice(from + match.end - match.start)}`
}

/** The value has the form of something that is no secret. */
export const shape: Judge = one => {
  if (!isGeneric(one)) return undefined
  const value = secretOf(one)
  const name = one.match.parts.name ?? ''
  const { user, login, command } = one.match.parts
  const isPassword = name === '' ? (user ?? login ?? command) !== undefined : nameKind(name) === 'password'
  for (const [what, form] of shapesFor(value)) {
    if (form.test(value) && !(isPassword && NOT_OF_PASSWORDS.has(what))) return dropped(what)
  }
  if (UUID.test(value) && name !== '' && !isPassword && !NAMES_A_SECRET.test(name)) return dropped('an id')
  if (UUID.test(value) && isFurtherBack(one)) return dropped('an id')
  if (OF_EXOSCALE.test(value) || (NAMES_A_KEY_ID.test(name) && KEY_ID.test(value))) return dropped('the id of a key')
  if (OF_ONE_PAYMENT.test(value)) {
    return { says: 'lower', verdict: { shape: 'payment' }, why: 'it opens one payment, and not for long' }
  }
  if (one.match.rule.id === 'generic-argument' && CUID.test(value)) {
    return { says: 'doubt', verdict: { shape: 'id' }, why: 'it has the form of an id' }
  }
  if (!isPassword && (NUMBER.test(value) || (/token/i.test(name) && OF_A_THING.test(value)))) {
    return { says: 'doubt', verdict: { shape: 'id' }, why: 'it has the form of an id' }
  }
  if (TYPED_UUID.test(value) && !isPassword)
    return { says: 'lower', verdict: { shape: 'uuid' }, why: 'it has the form of an id, with letters that none has' }
  // Nothing else tells an id from a token of that form, and tests are full of them.
  if (UUID.test(value) && !isPassword)
    return { says: 'lower', verdict: { shape: 'uuid' }, why: 'it has the form of an id' }
  if (
    GPG_ID.test(value) &&
    /signing[_-]?key|(?:gpg|pgp|apt|upstream|repo(?:sitory)?|archive|release)[_-]?keys?(?:$|_)/i.test(name)
  )
    return dropped('the id of a GPG key')
  if (isDigest(value, lineWithoutSecret(one), name, command ?? '')) return dropped('a digest')
  if (THUMBPRINT.test(value) && one.match.around.includes('Thumbprint')) return dropped('a digest')
  return undefined
}

function dropped(what: string) {
  return { says: 'drop', verdict: { shape: what }, why: `no secret: ${what}` } as const
}
