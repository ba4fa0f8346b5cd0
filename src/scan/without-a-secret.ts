import type { Rule } from '../types.ts'

/** What people and tools write line by line, so that rules see the secrets in it: `.netrc` with `YOUR_TOKEN` is a template, a history may be harmless. */
const READ_BY_RULES = new Set(['sensitive-file-login', 'sensitive-file-history', 'sensitive-file-password-hashes'])
/** A state without resources. */
const STATE = 'sensitive-file-terraform-state'
/** A token in a file of its own is shorter. */
const LONGEST_WORD = 4096
const NUL = 0

/** No rule knows what a single word is, and nothing else could be in a file of that name. */
function isLoneWord(bytes: Uint8Array): boolean {
  return bytes.length <= LONGEST_WORD && /^\s*\S{8,}\s*$/.test(Buffer.from(bytes).toString('latin1'))
}

/** The rule for a file of a certain name, in which no rule found a secret: of a text that rules can read its name alone is little. */
export function withoutASecret(rule: Rule, bytes: Uint8Array): Rule {
  if (rule.id === STATE) return Buffer.from(bytes).includes('"attributes"') ? rule : { ...rule, confidence: 'low' }
  const isRead = READ_BY_RULES.has(rule.id) && !bytes.includes(NUL) && !isLoneWord(bytes)
  return isRead ? { ...rule, confidence: 'low' } : rule
}
