import type { KnownValue } from '../detect/known-values/known-value.ts'
import type { TeamScanOptions } from '../scan.ts'
import type { RuleSet } from '../types.ts'
import { cleanKeyOf } from './clean-key.ts'
import type { ScanParts } from './direct-scan.ts'
import type { Examiner, ExtraMatches } from './examine.ts'
import { isPart } from './is-part.ts'
import { knownIn } from './known-in.ts'
import { knownValueRules } from './known-value-rules.ts'
import type { Opened } from './open-source.ts'
import { type KnownValuePrints, seekKnownValues } from './seek-known-values.ts'
import { fingerprintOfSecret } from './seen.ts'
import { teamWhenNeeded } from './team-when-needed.ts'

interface SecondPassParts extends ScanParts {
  readonly opened: Opened
  readonly options: TeamScanOptions
  readonly rules: RuleSet
  readonly makeExaminer: (extra: ExtraMatches) => Examiner
  /** So far. */
  readonly findings: number
}

export interface SecondPass extends KnownValuePrints {
  /** Finds them as well. */
  readonly examiner: Examiner
}

const nameOf = ({ file, key, value }: KnownValue): string => `${file}\0${key}\0${value}`

/** `values` are what the first pass has found in `.env` files; those of the work tree are looked for too. Undefined: there is nothing to look for. */
export async function secondPass(
  { opened, options, rules, makeExaminer, ...parts }: SecondPassParts,
  values: readonly KnownValue[],
): Promise<SecondPass | undefined> {
  const isWanted = knownValueRules(rules)
  // Threads come by them in an order that nobody knows.
  const more = values.filter(({ ignored }) => isWanted(ignored)).sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))
  const { known, extra } = knownIn(opened.valueFiles, rules, parts, more)
  if (known.count === 0) return undefined
  const some = isPart(options)
  const knownValues = [...new Set(known.needles().map(({ secret }) => fingerprintOfSecret(secret)))]
  const cleanKey =
    !some && !options.withoutCache ? cleanKeyOf({ knownValues }, opened.config, opened.facts!) : undefined
  const setup = { knownValues: known.values() }
  const team = teamWhenNeeded(() => options.hireTeam?.(setup), opened.facts!, some || cleanKey?.isKnown === true)
  try {
    const prints = await seekKnownValues({ ...parts, known, team, cleanKey: cleanKey?.key })
    const examiner = makeExaminer(extra)
    await examiner.loadDecoder()
    return { ...prints, examiner }
  } finally {
    await team.close()
  }
}
