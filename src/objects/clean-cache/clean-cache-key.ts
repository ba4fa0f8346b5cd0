import { createHash } from 'node:crypto'
import type { Repository } from '../../git/find-repository.ts'
import type { Rule } from '../../types.ts'

/** All that decides whether there is something in an object. What comes to decide it one day belongs in here: what is missing gives wrong answers. */
export interface CleanCacheSettings {
  /** Of keyscan: detection, decoding and judges change with it. */
  readonly version: string
  /** Names the built-in rules. The hash of a narrowed set is too short to rely on, so what narrows it is named here itself. */
  readonly builtInRules: string
  /** Rules in force, after `disable`, `min-severity` and `--rule`. */
  readonly ruleIds: readonly string[]
  /** The person's own rules, whole. */
  readonly ownRules: readonly Rule[]
  /** An object that was too large for one scan was not looked at by it, so this is belt and braces. */
  readonly limits: Readonly<Record<string, number>>
  /** Fingerprints (never the values) of what `.env` files hold, where that is looked for. */
  readonly knownValues: readonly string[]
  readonly objectFormat: Repository['objectFormat']
  /** Parents of commits are not missed then. */
  readonly shallow: boolean
}

/**
 * Names exactly what was looked for: what was found clean by one key says nothing under another. Not in here, since it decides what becomes of a
 * candidate and not whether there is one: globs of paths, `min-confidence`, accepted findings.
 */
export function cleanCacheKey(settings: CleanCacheSettings): Uint8Array {
  const { version, builtInRules, ruleIds, ownRules, limits, knownValues, objectFormat, shallow } = settings
  const text = JSON.stringify([
    version,
    builtInRules,
    ruleIds.toSorted(),
    ownRules,
    Object.entries(limits).sort(([a], [b]) => (a < b ? -1 : 1)),
    knownValues.toSorted(),
    objectFormat,
    shallow,
  ])
  return createHash('sha256').update(text).digest()
}
