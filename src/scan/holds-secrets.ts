import { findDotenvValues } from '../detect/dotenv/find-dotenv-values.ts'
import type { Rule } from '../types.ts'

const DOTENV = 'dotenv'

/**
 * Is a file in which no rule found anything a finding by its path all the same? A key file is. A tracked `.env` is one for what is in it: ports
 * and names, or placeholders to be filled in, are nobody's secret. Asked here once more, since the rule for its values may not be in force.
 */
export function holdsSecrets({ provider }: Rule, bytes: Uint8Array, path: string): boolean {
  return provider !== DOTENV || findDotenvValues(bytes, path).length > 0
}
