import { findKnownValues } from '../detect/known-values/find-known-values.ts'
import type { KnownValues } from '../detect/known-values/known-values-from.ts'
import { literalOf } from '../detect/literal-of.ts'
import { MATCH_REACH, matchAt } from '../detect/match-at.ts'
import { judge } from '../judges/judge.ts'
import { buildAnchorTable } from '../kernel/anchor-table.ts'
import { loadRules } from '../ruleset/load.ts'
import { rulesWithoutPattern } from '../ruleset/rules-without-pattern.ts'
import type { HistoryHooks, HistoryThreadHooks, SearchPlan, StretchMatch, WholePrints } from '../types.ts'
import { fingerprintOf } from './seen.ts'

/** What stands right before and behind a value says whether it is a whole word. */
const BESIDE = 1

export interface KnownValueHooks extends HistoryThreadHooks, Pick<HistoryHooks, 'plan'> {
  /** Of a whole object. */
  printsIn(bytes: Uint8Array): Pick<WholePrints, 'found' | 'allowed'>
}

/** For a history that is searched for these values, and for nothing else. */
export function knownValueHooks(known: KnownValues): KnownValueHooks {
  // Whichever it is: all that is asked is whether a comment lets the value through.
  const [rule] = rulesWithoutPattern(loadRules(), 'known-value')
  const matchesIn = (bytes: Uint8Array): readonly StretchMatch[] =>
    findKnownValues(bytes, known).map(({ start, end, secret }) => {
      const match = { ...matchAt(rule!, bytes, { start, end }, {}), secret }
      return { start, end, print: fingerprintOf(match), allowed: judge({ match, path: undefined }).dropped }
    })
  const prints = (matches: readonly StretchMatch[]): readonly string[] => [
    ...new Set(matches.map(({ print }) => print!)),
  ]
  const holdsOne = (bytes: Uint8Array): boolean => findKnownValues(bytes, known).length > 0
  return {
    isSensitiveName: () => false,
    isSensitiveFolder: () => false,
    isTellingName: holdsOne,
    inspector: {
      probe: (_, bytes) => holdsOne(bytes),
      inspect: (_, bytes) => matchesIn(bytes),
      // Encoded forms of values are literals as they are themselves.
      encodedSpans: () => [],
      inspectEncoded: () => ({ found: [], allowed: [], unread: [] }),
    },
    printsIn(bytes) {
      const matches = matchesIn(bytes)
      return {
        found: prints(matches.filter(({ allowed }) => !allowed)),
        allowed: prints(matches.filter(({ allowed }) => allowed)),
      }
    },
    plan: () => planFor(known),
  }
}

/** The beginning of each value, in each form; as far behind it as the longest that begins so goes on. */
function planFor(known: KnownValues): SearchPlan {
  const longest = new Map<string, number>()
  for (const { bytes } of known.needles()) {
    const literal = literalOf(bytes.toString('latin1'))
    longest.set(literal, Math.max(longest.get(literal) ?? 0, bytes.length))
  }
  const anchors = [...longest.keys()].map(text => ({ text, ignoreCase: false }))
  const reaches = [...longest].flatMap(([text, length]) => [text.length, BESIDE, length - text.length + BESIDE])
  return {
    table: buildAnchorTable(anchors),
    reaches: Uint32Array.from(reaches),
    anchorCount: anchors.length,
    margin: MATCH_REACH,
  }
}
