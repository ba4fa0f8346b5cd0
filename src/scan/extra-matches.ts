import { findDotenvValues } from '../detect/dotenv/find-dotenv-values.ts'
import { findKnownValues } from '../detect/known-values/find-known-values.ts'
import type { KnownValues } from '../detect/known-values/known-values-from.ts'
import { matchAt } from '../detect/match-at.ts'
import { rulesWithoutPattern } from '../ruleset/rules-without-pattern.ts'
import type { Match, RuleSet } from '../types.ts'
import type { ExtraMatches } from './examine.ts'
import { knownValueRules } from './known-value-rules.ts'

/** What the forms of known values are called in a report. */
const ENCODING: Readonly<Record<string, string>> = {
  base64: 'base64',
  base64url: 'base64',
  'url-encoded': 'percent',
  json: 'json',
}

/**
 * What no pattern finds: the entries of a `.env`, key by key, and values of such files that stand elsewhere. `own`: paths of ignored files; a value that
 * stands in one (`keyscan .`, with --no-ignore) has not turned up anywhere.
 */
export function extraMatches(rules: RuleSet, known?: KnownValues, own: ReadonlySet<string> = new Set()): ExtraMatches {
  const [dotenv] = rulesWithoutPattern(rules, 'dotenv')
  const inDotenv = (bytes: Uint8Array, path: string | undefined): readonly Match[] =>
    dotenv && path !== undefined
      ? findDotenvValues(bytes, path).map(({ key, start, end }) =>
          matchAt(dotenv, bytes, { start, end }, { name: key }),
        )
      : []
  if (!known || known.count === 0) return inDotenv
  const ruleOf = knownValueRules(rules)
  return (bytes, path) => [
    ...inDotenv(bytes, path),
    ...(path !== undefined && own.has(path) ? [] : findKnownValues(bytes, known)).flatMap(
      ({ key, file, ignored, form, secret, start, end }): readonly Match[] => {
        const rule = ruleOf(ignored)
        // Of what stands in the tracked file itself, that file's own finding tells.
        if (!rule || file === path) return []
        const match = matchAt(rule, bytes, { start, end }, { name: key, file, form })
        const encoding = ENCODING[form]
        return [{ ...match, secret, ...(encoding && { encoding: [encoding] }) }]
      },
    ),
  ]
}
