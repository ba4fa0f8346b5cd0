import type { PreparedRules } from '../types.ts'

/**
 * The same without some of the rules: their anchors are still found, and belong to nobody. Numbers stay as they are, so that nothing has to be made anew.
 */
export function narrowPrepared(prepared: PreparedRules, isLeft: (ruleNumber: number) => boolean): PreparedRules {
  const owners: number[] = []
  const places: number[] = []
  const starts = [0]
  for (let anchor = 0; anchor + 1 < prepared.starts.length; anchor++) {
    for (let at = prepared.starts[anchor]!; at < prepared.starts[anchor + 1]!; at++) {
      if (!isLeft(prepared.owners[at]!)) continue
      owners.push(prepared.owners[at]!)
      places.push(prepared.places?.[at] ?? at)
    }
    starts.push(owners.length)
  }
  const { without, fileLiterals } = prepared
  return {
    ...prepared,
    owners,
    starts,
    places,
    fileLiterals: fileLiterals.map(([text, rules]) => [text, rules.filter(isLeft)]),
    without: {
      'whole-file': without['whole-file'].filter(isLeft),
      file: without.file.filter(isLeft),
      dotenv: without.dotenv.filter(isLeft),
      'known-value': without['known-value'].filter(isLeft),
      shipment: without.shipment.filter(isLeft),
    },
  }
}
