import { findDotenvValues } from '../detect/dotenv/find-dotenv-values.ts'
import { findInFile } from '../detect/find-in-file.ts'
import type { Blob, RuleSet } from '../types.ts'
import type { Examiner } from './examine.ts'
import { holdsSecrets } from './holds-secrets.ts'
import { rulesByName } from './sensitive-names.ts'

/**
 * May there be anything to say of a blob that stands under one of these names, in whatever folder? Not if no pattern, in plain or encoded, and no rule for
 * files of that name finds anything in it, whatever judges think of it.
 */
export function createMayTellBy(
  set: RuleSet,
  { valuesIn }: Pick<Examiner, 'valuesIn'>,
): (blob: Blob, names: ReadonlySet<string>) => boolean {
  const rulesOf = rulesByName(set)
  return (blob, names) => {
    if (valuesIn(blob, undefined).length > 0) return true
    for (const name of names) {
      if (valuesIn(blob, name).length > 0 || findDotenvValues(blob.bytes, name).length > 0) return true
      const rules = rulesOf(name)
      if (rules.some(rule => rule.kind === 'file' && holdsSecrets(rule, blob.bytes, name, []))) return true
      if (
        findInFile(
          rules.filter(rule => rule.kind === 'whole-file'),
          blob.bytes,
        ).length > 0
      )
        return true
    }
    return false
  }
}
