import { findDotenvValues } from '../detect/dotenv/find-dotenv-values.ts'
import { findKnownValues } from '../detect/known-values/find-known-values.ts'
import { knownValuesFrom } from '../detect/known-values/known-values-from.ts'
import { matchAt } from '../detect/match-at.ts'
import { rulesWithoutPattern } from '../ruleset/rules-without-pattern.ts'
import type { ValueFile } from '../sources/known-value-files.ts'
import type { RuleSet } from '../types.ts'
import type { ExtraMatches } from './examine.ts'

/** What no pattern finds: the entries of a `.env`, key by key, and the values of the person's own ignored files. */
export function extraMatches(rules: RuleSet, valueFiles: readonly ValueFile[]): ExtraMatches {
  const [dotenv] = rulesWithoutPattern(rules, 'dotenv')
  const [knownValue] = rulesWithoutPattern(rules, 'known-value')
  const known = knownValuesFrom(knownValue ? valueFiles : [])
  // A value that stands in its own file (`keyscan .`, with --no-ignore) has not turned up anywhere.
  const own = new Set(valueFiles.map(file => file.path))
  return (bytes, path) => [
    ...(dotenv && path !== undefined
      ? findDotenvValues(bytes, path).map(({ key, start, end }) =>
          matchAt(dotenv, bytes, { start, end }, { name: key }),
        )
      : []),
    ...(knownValue && known.count > 0 && !(path !== undefined && own.has(path))
      ? findKnownValues(bytes, known).map(({ key, file, form, start, end }) =>
          matchAt(knownValue, bytes, { start, end }, { name: key, file, form }),
        )
      : []),
  ]
}
