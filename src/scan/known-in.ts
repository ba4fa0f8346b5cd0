import type { KnownValue } from '../detect/known-values/known-value.ts'
import { type KnownValues, knownValuesFrom, MAX_KNOWN_VALUES } from '../detect/known-values/known-values-from.ts'
import type { ValueFile } from '../sources/known-value-files.ts'
import type { RuleSet } from '../types.ts'
import type { ScanParts } from './direct-scan.ts'
import type { ExtraMatches } from './examine.ts'
import { extraMatches } from './extra-matches.ts'
import { valuesInUse } from './values-in-use.ts'

export interface KnownInUse {
  readonly known: KnownValues
  /** Finds them. */
  readonly extra: ExtraMatches
}

/** Values of the `.env` files of a work tree, and `more`: what is looked for elsewhere. */
export function knownIn(
  files: readonly ValueFile[],
  rules: RuleSet,
  { examiner, isExcluded, notScanned }: Pick<ScanParts, 'examiner' | 'isExcluded' | 'notScanned'>,
  more: readonly KnownValue[] = [],
): KnownInUse {
  const known = knownValuesFrom([...valuesInUse(files, rules, examiner, isExcluded), ...more])
  if (known.leftOut > 0) {
    const why = `only the first ${MAX_KNOWN_VALUES} were looked for elsewhere, ${known.leftOut} were not`
    notScanned({ what: 'values of .env files', why })
  }
  const own = new Set(files.filter(({ ignored }) => ignored).map(({ path }) => path))
  return { known, extra: extraMatches(rules, known, own) }
}
