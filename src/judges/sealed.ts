import type { Case, Judge } from '../types.ts'
import { isCode } from './is-code.ts'
import { isGeneric } from './is-generic.ts'
import { isHashOfWord } from './is-hash-of-word.ts'
import { kindOfPath } from './kind-of-path.ts'
import { nameKind } from './name-kind.ts'
import { plainName } from './plain-name.ts'
import { secretOf } from './secret-of.ts'

/** Each with what begins it, so that no password has the form by chance. */
const HASHED =
  /^(?:\{"hash":|\\?\$(?:2[abxy]?|[156y]|5|7|apr1|argon2(?:id|i|d)|scrypt|pbkdf2(?:-[a-z0-9]+)?|P|H)\\?\$|pbkdf2_sha\d{1,3}\$\d|(?:pbkdf2|scrypt):[a-z0-9:]+\$|bcrypt(?:_sha256)?\$|argon2\$|\{(?:S?SHA(?:256|512)?|SMD5|CRYPT|bcrypt|PBKDF2[\w-]*)\}|SCRAM-SHA-\d+\$\d|\*[0-9A-F]{40}$|\$shiro1\$|md5[0-9a-f]{32}$|sha1\$)/
/** Bitwarden writes the way, then what was encrypted and its sum: https://bitwarden.com/help/bitwarden-security-white-paper/ */
const PARTS = /^[0-7]\.[A-Za-z0-9+/]{20,}={0,2}(?:\|[A-Za-z0-9+/]{20,}={0,2}){1,2}$/
/**
 * Jasypt, SOPS, eyaml, Spring Cloud Config, Ansible Vault, sealed secrets, Jenkins, Travis, Harbor; `Salted__` of OpenSSL
 * (https://docs.openssl.org/master/man1/openssl-enc/) and what KMS of Amazon answers, in base64.
 */
const ENCRYPTED =
  /^(?:ENC\(|ENC\[|DEC::|\{cipher\}|\$ANSIBLE_VAULT|vault:v\d+:|!vault|Ag[A-D][A-Za-z0-9+/]{60}|\{AQAAABAAAA[A-Za-z0-9+/=]+\}$|(?:<|\\u003c)enc-v\d(?:>|\\u003e)|encrypted:|dpapi:|-----BEGIN AGE|wc[BF]MA[A-Za-z0-9+/]{40}|U2FsdGVkX1[89+/][A-Za-z0-9+/]{20}|AQICAH[g-j][A-Za-z0-9+/]{60})/

/** `"password": "…", "salt": "…", "iterations": 101`: https://mosquitto.org/documentation/dynamic-security/ */
const MADE_OF_IT = /^[A-Za-z0-9+/]{86}==$/
const BESIDE_HASH = /"salt"\s{0,4}:[^{}]{0,200}"iterations"\s{0,4}:/

/** SOPS writes into a `.env` who it is encrypted for, and with what: https://github.com/getsops/sops#encrypting-using-age */
const OF_SOPS = /^sops_(?:age|pgp|kms|gcp_kms|azure_kv|hc_vault)__/

/** Aspirate keeps them under a passphrase: https://github.com/prom3theu5/aspirational-manifests */
const ENCRYPTED_FILE = /(?:^|\/)aspirate-(?:state|secrets)\.json$/
const DIGEST = /^(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64})$/i
/** Nobody types a password of so many hex digits. */
const LONG_DIGEST = /^(?:[0-9a-f]{96}|[0-9a-f]{128})$/i
const SALTED = /\bsalt\b/i

/** Django keeps this of users who have none: https://docs.djangoproject.com/en/stable/ref/contrib/auth/#django.contrib.auth.models.User.set_unusable_password */
const UNUSABLE = /^![A-Za-z0-9]{40}$/

/** `secret:…` in `codecov.yml`: https://docs.codecov.com/docs/encrypting-secrets-in-the-codecov-yml */
const LONG_BASE64 = /^[A-Za-z0-9+/]{64,}={0,2}$/
const OF_CODECOV = /(?:^|\/)\.?codecov\.ya?ml$/

/** `password="3743b555…" salt="5e24725d…"`: a column of a table of users. */
function isSaltedHash({ match: { parts, line } }: Case, value: string): boolean {
  if (parts.name === undefined || nameKind(parts.name) !== 'password') return false
  return LONG_DIGEST.test(value) || (DIGEST.test(value) && SALTED.test(line))
}

/** `encodedPassword = "ab1146a8…"`: what Spring and Django call what they keep. */
const NAMES_A_HASH =
  /(?:^|_)(?:encoded|hashed|digested)_?(?:user_?)?(?:password|passwd|pwd|pass)$|(?:password|passwd|pwd)_?hashed$|(?:^|_)(?:hashed|digested)_(?:token|secret|key)$/
const HASH = /^(?:[0-9a-f]{32,}|[0-9A-F]{32,}|[A-Za-z0-9+/]{22,}={0,2}|\{\w[^{}]{1,40}\}.*)$/

/** `("password", "3858f622…")`, `.withPassword("f865b536…")` of a test: what comes out is held against what went in. */
function isVectorOfTest({ match: { parts, rule }, path }: Case, value: string): boolean {
  const { name = '' } = parts
  return (
    path !== undefined &&
    isCode(path) &&
    (nameKind(name) === 'password' || (rule.id === 'generic-argument' && /^secret\d?$/i.test(name))) &&
    (DIGEST.test(value) || /^[0-9a-f]{16}$/.test(value)) &&
    kindOfPath(path)?.isTest === true
  )
}

/** The value is not the secret but what was made of it: nobody logs in with that; a hash can be guessed at, offline. */
export const sealed: Judge = one => {
  if (!isGeneric(one)) return undefined
  const value = secretOf(one)
  if (UNUSABLE.test(value)) {
    return { says: 'drop', verdict: { hashed: true }, why: 'what is kept of a user who has no password' }
  }
  if (isHashOfWord(value)) {
    return { says: 'doubt', verdict: { hashed: true }, why: 'the hash of a word that everybody tries first' }
  }
  const isHash = NAMES_A_HASH.test(plainName(one.match.parts.name ?? '')) && HASH.test(value)
  if (isHash || HASHED.test(value) || isSaltedHash(one, value) || isVectorOfTest(one, value)) {
    return { says: 'doubt', verdict: { hashed: true }, why: 'the hash of a password, not the password' }
  }
  if (MADE_OF_IT.test(value) && BESIDE_HASH.test(one.match.around)) {
    return { says: 'doubt', verdict: { hashed: true }, why: 'a hash, or its salt' }
  }
  const isOfSops = OF_SOPS.test(one.match.parts.name ?? '')
  const isOfCodecov = OF_CODECOV.test(one.path ?? '') && LONG_BASE64.test(value)
  return ENCRYPTED.test(value) || PARTS.test(value) || isOfSops || isOfCodecov || ENCRYPTED_FILE.test(one.path ?? '')
    ? { says: 'doubt', verdict: { encrypted: true }, why: 'encrypted: the key to it is elsewhere' }
    : undefined
}
