import type { Case } from '../types.ts'

/** Found by its name, not by its form: value, name and surroundings have to say whether it is a secret. */
export function isGeneric({ match }: Case): boolean {
  return match.rule.generic || match.rule.kind === 'dotenv'
}
