import type { KnownValue } from '../detect/known-values/known-value.ts'
import { valuesOfIgnored } from '../detect/known-values/values-of-ignored.ts'
import type { ValueFile } from '../sources/known-value-files.ts'
import type { RuleSet } from '../types.ts'
import type { Examiner } from './examine.ts'
import { knownValueRules } from './known-value-rules.ts'
import { valuesOfTracked } from './values-of-tracked.ts'

/** What the `.env` files of the work tree hold that must not stand anywhere else. `examiner` judges the values of those that git does not ignore. */
export function valuesInUse(
  files: readonly ValueFile[],
  rules: RuleSet,
  examiner: Pick<Examiner, 'examine'>,
  isExcluded: (path: string) => boolean,
): readonly KnownValue[] {
  const ruleOf = knownValueRules(rules)
  return files.flatMap(({ path, bytes, ignored }): readonly KnownValue[] => {
    if (!ruleOf(ignored)) return []
    if (ignored) return valuesOfIgnored({ path, bytes })
    return isExcluded(path) ? [] : valuesOfTracked(path, bytes, examiner.examine({ bytes }, path).sightings)
  })
}
