import type { Match } from '../types.ts'

const PASSWORD = /pass|pwd/i

/** A password that is known by its name: it has a user. A token belongs to nobody who logs in with a name, and an address says itself whose it is. */
export function isNamedPassword({ rule, parts }: Pick<Match, 'rule' | 'parts'>): boolean {
  return (rule.generic || rule.kind === 'dotenv') && PASSWORD.test(parts.name ?? '')
}
