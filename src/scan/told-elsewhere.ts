import type { Detector } from '../detect/create-detector.ts'
import { judge } from '../judges/judge.ts'
import type { Blob, Match, Rule } from '../types.ts'

/**
 * Matches of rules that have no say here, as they are for files of other names (`applies`: those that have): beside a finding they look like secrets all the
 * same. Of generic rules only what would be told: they take words for secrets, and a word would be struck out wherever it stands.
 */
export function toldElsewhere(
  detector: Detector,
  blob: Pick<Blob, 'bytes'>,
  applies: ((rule: Rule) => boolean) | undefined,
): readonly Match[] {
  if (!applies) return []
  return detector
    .detect(blob, rule => !applies(rule))
    .filter(match => !match.rule.generic || !judge({ match, path: undefined }).dropped)
}
