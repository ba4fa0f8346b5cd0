import type { Detector } from '../detect/create-detector.ts'
import { keepMostSpecific } from '../detect/keep-most-specific.ts'
import { pairParts } from '../detect/pair-parts.ts'
import { type Position, positionsOf } from '../detect/position.ts'
import { judge } from '../judges/judge.ts'
import type { Blob, Judgement, Match, Rule } from '../types.ts'
import { adoptKnownOrigin } from './known-origin.ts'
import type { PathRules } from './path-rules.ts'

/** A match that judges let pass, with all that is printed of it. */
export interface Sighting {
  readonly match: Match
  readonly judgement: Judgement
  readonly start: Position
  readonly end: Position
}

export interface Examined {
  readonly sightings: readonly Sighting[]
  /** All that any rule matched, dropped ones included: none of it may show in an excerpt. */
  readonly values: readonly Match[]
  /** File rules that this path falls under. */
  readonly fileRules: readonly Rule[]
  /** Matches that an inline comment lets through. */
  readonly allowed: readonly Match[]
}

/** What a blob may hold, whatever its path. */
interface Candidates {
  readonly found: readonly Match[]
  /** As in Examined. */
  readonly allowed: readonly Match[]
}

/** Finds matches that no pattern makes: the values of a `.env`, values of the person's own ignored files. */
export type ExtraMatches = (bytes: Uint8Array, path: string | undefined) => readonly Match[]

/** What is looked into; a file unless it says what else it is. */
type Examinable = Pick<Blob, 'bytes'> & Partial<Pick<Blob, 'kind'>>

export interface Examiner {
  /** Everything there is to say about one blob under one path. */
  examine(blob: Examinable, path: string | undefined): Examined
  /** Every match before any judge or more specific rule: what a blob holds, whatever is thought of it. */
  valuesIn(blob: Examinable, path: string | undefined): readonly Match[]
  /** Matches that could become sightings under some path: the filter of a history, where paths are not known yet. */
  candidatesIn(blob: Examinable): Candidates
}

function locate(bytes: Uint8Array, kept: readonly { match: Match; judgement: Judgement }[]): readonly Sighting[] {
  const offsets = kept.flatMap(({ match }) => [match.start, match.end]).sort((a, b) => a - b)
  const positions = positionsOf(bytes, offsets)
  const at = new Map(offsets.map((offset, i) => [offset, positions[i]!]))
  return kept.map(({ match, judgement }) => ({
    match,
    judgement,
    start: at.get(match.start)!,
    end: at.get(match.end)!,
  }))
}

const NOTHING: Examined = { sightings: [], values: [], fileRules: [], allowed: [] }

/** Without the path nobody knows whether a rule for certain paths applies: it is in nobody's way, and nobody in its. */
function withoutPath(matches: readonly Match[]): readonly Match[] {
  const isLimited = ({ rule }: Match): boolean => rule.paths.length + rule.exceptPaths.length > 0
  const limited = matches.filter(isLimited)
  if (limited.length === 0) return keepMostSpecific(matches)
  return [...keepMostSpecific(matches.filter(match => !isLimited(match))), ...limited]
}

type Applies = ((rule: Rule) => boolean) | undefined

/** A message, a name or a pipe is no file: a rule for certain files has no say there. A file whose path is not known may be one of them. */
function whoApplies({ kind = 'blob' }: Examinable, path: string | undefined, pathRules: PathRules): Applies {
  if (path !== undefined) return rule => pathRules.applies(rule, path)
  return kind === 'blob' || kind === 'file' ? undefined : rule => rule.paths.length === 0
}

/**
 * Detector, the path's say, and the judges, put together. `shield` knows all rules, those as well that are not in force: what they take for a
 * secret is not reported, and must not show beside what is.
 */
export function createExaminer(
  detector: Detector,
  pathRules: PathRules,
  extra: ExtraMatches,
  shield: Detector = detector,
): Examiner {
  const valuesIn: Examiner['valuesIn'] = (blob, path) => {
    const extraMatches = extra(blob.bytes, path)
    const matches = detector.detect(blob, whoApplies(blob, path, pathRules))
    return extraMatches.length === 0
      ? matches
      : [...matches, ...extraMatches].sort((a, b) => a.start - b.start || b.rule.specificity - a.rule.specificity)
  }
  return {
    valuesIn,
    candidatesIn(blob) {
      const judged = withoutPath(detector.detect(blob, whoApplies(blob, undefined, pathRules))).map(match => ({
        match,
        ...judge({ match, path: undefined }),
      }))
      return {
        found: judged.filter(({ dropped }) => !dropped).map(({ match }) => match),
        allowed: judged.filter(({ allowed }) => allowed !== undefined).map(({ match }) => match),
      }
    },
    examine(blob, path) {
      const values = valuesIn(blob, path)
      const fileRules = path === undefined ? [] : pathRules.fileRulesOf(path)
      if (values.length + fileRules.length === 0) return NOTHING
      const judged = keepMostSpecific(values).map(found => {
        const [match, judgement] = adoptKnownOrigin(found, judge({ match: found, path }), values)
        return { match, judgement }
      })
      const paired = pairParts(judged.filter(({ judgement }) => !judgement.dropped))
      return {
        sightings: paired.length === 0 ? [] : locate(blob.bytes, paired),
        values: paired.length === 0 || shield === detector ? values : [...values, ...shield.detect(blob)],
        fileRules,
        allowed: judged.filter(({ judgement }) => judgement.allowed !== undefined).map(({ match }) => match),
      }
    },
  }
}
