import { existsSync } from 'node:fs'
import { BUILD } from '../build.ts'
import type { Config } from '../config/config.ts'
import type { Repository } from '../git/find-repository.ts'
import { cleanCacheFile } from '../objects/clean-cache/clean-cache-file.ts'
import { cleanCacheKey } from '../objects/clean-cache/clean-cache-key.ts'
import { loadRules } from '../ruleset/load.ts'
import type { RuleSet } from '../types.ts'
import { VERSION } from '../version.ts'

export interface CleanKey {
  /** Names what this scan of a history looks for. */
  readonly key: Uint8Array
  /** Something is remembered under it. */
  readonly isKnown: boolean
}

/** `rules` are looked for, or else known values of these fingerprints. */
export function cleanKeyOf(
  { rules, knownValues = [] }: { readonly rules?: RuleSet; readonly knownValues?: readonly string[] },
  config: Config,
  { objectFormat, shallow, commonDir }: Repository,
): CleanKey {
  const key = cleanCacheKey({
    version: `${VERSION} ${BUILD}`,
    builtInRules: loadRules().hash,
    ruleIds: rules?.rules.map(({ id }) => id) ?? [],
    ownRules: rules ? config.rules : [],
    limits: { ...config.limits },
    knownValues,
    objectFormat,
    shallow,
  })
  return { key, isKnown: existsSync(cleanCacheFile(commonDir, key)) }
}
