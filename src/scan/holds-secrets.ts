import { findDotenvValues } from '../detect/dotenv/find-dotenv-values.ts'
import type { Match, Rule } from '../types.ts'

const DOTENV = 'dotenv'
/** What a package installs to be filled in is shorter. */
const LONGEST_TEMPLATE = 16_384
const COMMENT = /^\s*(?:[#;]|$)/

/** What encrypts whole files writes this first: git-crypt, Ansible Vault, age, openssl enc. */
const ENCRYPTED =
  /^(?:\0GITCRYPT\0|\$ANSIBLE_VAULT;|age-encryption\.org\/v|-----BEGIN AGE ENCRYPTED FILE|Salted__|U2FsdGVkX1)/
const LONGEST_MARK = 40

function isEncrypted(bytes: Uint8Array): boolean {
  return ENCRYPTED.test(Buffer.from(bytes.subarray(0, LONGEST_MARK)).toString('latin1'))
}

function isEmpty(bytes: Uint8Array): boolean {
  if (bytes.length > LONGEST_TEMPLATE) return false
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  return text.split('\n').every(line => COMMENT.test(line))
}

/**
 * Is a file in which no rule found anything a finding by its path all the same? A key file is, unless there is nothing in it but comments.
 * A tracked `.env` is one for what is in it: ports and names, or placeholders to be filled in, are nobody's secret. Where the rule for its values
 * is in force, judges have dropped them all; otherwise they are looked for here.
 */
export function holdsSecrets({ provider }: Rule, bytes: Uint8Array, path: string, dropped: readonly Match[]): boolean {
  if (isEncrypted(bytes)) return false
  if (provider !== DOTENV) return !isEmpty(bytes)
  return !dropped.some(({ rule }) => rule.kind === 'dotenv') && findDotenvValues(bytes, path).length > 0
}
