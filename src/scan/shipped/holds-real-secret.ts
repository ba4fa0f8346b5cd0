import { findDotenvValues } from '../../detect/dotenv/find-dotenv-values.ts'
import { matchAt } from '../../detect/match-at.ts'
import { judge } from '../../judges/judge.ts'
import { loadRules } from '../../ruleset/load.ts'
import { rulesWithoutPattern } from '../../ruleset/rules-without-pattern.ts'

/** Is there something in this `.env` that would be a finding? Whichever rules are in force: ports and names may go anywhere. */
export function holdsRealSecret({ path, bytes }: { readonly path: string; readonly bytes: Uint8Array }): boolean {
  const [rule] = rulesWithoutPattern(loadRules(), 'dotenv')
  return findDotenvValues(bytes, path).some(({ key, start, end }) => {
    const { dropped, confidence } = judge({ match: matchAt(rule!, bytes, { start, end }, { name: key }), path })
    return !dropped && confidence !== 'low'
  })
}
