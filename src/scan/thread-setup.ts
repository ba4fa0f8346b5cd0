import type { Config } from '../config/config.ts'
import { createDetector } from '../detect/create-detector.ts'
import type { KnownValue } from '../detect/known-values/known-value.ts'
import { knownValuesFrom } from '../detect/known-values/known-values-from.ts'
import { loadRules } from '../ruleset/load.ts'
import type { HistoryThreadHooks } from '../types.ts'
import { createExaminer } from './examine.ts'
import { knownValueHooks } from './known-value-hooks.ts'
import { createPathRules } from './path-rules.ts'
import { rulesInForce } from './rules-in-force.ts'
import { sensitiveNames } from './sensitive-names.ts'
import { threadHooks } from './thread-hooks.ts'

/** From which a thread makes the same detector and judges as every other: plain data. */
export type ThreadSetup =
  | { readonly config: Config; readonly onlyRules: readonly string[] }
  | { readonly knownValues: readonly KnownValue[] }

/** In a thread of its own. */
export async function hooksFrom(setup: ThreadSetup): Promise<HistoryThreadHooks> {
  if ('knownValues' in setup) return knownValueHooks(knownValuesFrom(setup.knownValues))
  const { config, onlyRules } = setup
  const rules = rulesInForce(loadRules(), config, onlyRules)
  const examiner = createExaminer(createDetector(rules), await createPathRules(rules), () => [])
  await examiner.loadDecoder()
  return threadHooks(examiner, sensitiveNames(rules))
}
