import { findDotenvValues } from '../detect/dotenv/find-dotenv-values.ts'
import type { Rule } from '../types.ts'

const DOTENV = 'dotenv'
/** What a package installs to be filled in is shorter. */
const LONGEST_TEMPLATE = 16_384
const COMMENT = /^\s*(?:[#;]|$)/

function isEmpty(bytes: Uint8Array): boolean {
  if (bytes.length > LONGEST_TEMPLATE) return false
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  return text.split('\n').every(line => COMMENT.test(line))
}

/**
 * Is a file in which no rule found anything a finding by its path all the same? A key file is, unless there is nothing in it but comments.
 * A tracked `.env` is one for what is in it: ports and names, or placeholders to be filled in, are nobody's secret. Asked here once more,
 * since the rule for its values may not be in force.
 */
export function holdsSecrets({ provider }: Rule, bytes: Uint8Array, path: string): boolean {
  return provider === DOTENV ? findDotenvValues(bytes, path).length > 0 : !isEmpty(bytes)
}
