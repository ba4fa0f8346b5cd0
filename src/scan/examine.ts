import type { Detector } from '../detect/create-detector.ts'
import type { MarkHit } from '../detect/decode/decoded.ts'
import type { EncodedSpans } from '../detect/decode/encoded-spans.ts'
import { findInFile } from '../detect/find-in-file.ts'
import { keepMostSpecific } from '../detect/keep-most-specific.ts'
import { pairParts } from '../detect/pair-parts.ts'
import type { Position } from '../detect/position.ts'
import { judge } from '../judges/judge.ts'
import { tellsAbout } from '../judges/tells-about.ts'
import type { Blob, BlobKind, Inspector, Judgement, Match, NotScanned, Rule } from '../types.ts'
import { holdsSecrets } from './holds-secrets.ts'
import { judgeAnywhere } from './judge-anywhere.ts'
import { judgeKept } from './judge-kept.ts'
import type { PathRules } from './path-rules.ts'
import { positionsOfMatches } from './positions-of-matches.ts'
import type { Hidden, JudgedMatch, SeeThrough } from './see-through.ts'
import { fingerprintOf } from './seen.ts'
import { toldElsewhere } from './told-elsewhere.ts'
import { withoutASecret } from './without-a-secret.ts'

/** A match that judges let pass, with all that is printed of it. */
export interface Sighting {
  readonly match: Match
  readonly judgement: Judgement
  readonly start: Position
  readonly end: Position
  /** Where the match is of a text in an archive: what must not show in the excerpt of its line. */
  readonly others?: readonly Match[]
}

export interface Examined {
  readonly sightings: readonly Sighting[]
  /** All that any rule matched, dropped ones included: none of it may show in an excerpt. */
  readonly values: readonly Match[]
  /** File rules that this path falls under. */
  readonly fileRules: readonly Rule[]
  /** Matches that an inline comment lets through. */
  readonly allowed: readonly Match[]
  /** What met a bound within the blob; `what` is a path in the archive, or ''. */
  readonly unread: readonly NotScanned[]
  /** Something encoded is here, and what undoes it is not loaded yet: `loadDecoder`, and ask again. */
  readonly isEncoded: boolean
}

/** What a blob may hold, whatever its path. */
interface Candidates {
  readonly found: readonly Match[]
  /** As in Examined. */
  readonly allowed: readonly Match[]
  readonly unread: readonly NotScanned[]
}

/** Finds matches that no pattern makes: the values of a `.env`, values of the person's own ignored files. */
export type ExtraMatches = (bytes: Uint8Array, path: string | undefined) => readonly Match[]

/** What is looked into; a file unless it says what else it is. */
type Examinable = Pick<Blob, 'bytes'> & Partial<Pick<Blob, 'kind'>>

export interface Examiner {
  /** Until then nothing is seen through encodings: a clean commit has none, and need not wait for what undoes them. */
  loadDecoder(): Promise<void>
  /** Everything there is to say about one blob under one path. */
  examine(blob: Examinable, path: string | undefined): Examined
  /** Every match before any judge or more specific rule: what a blob holds, whatever is thought of it. */
  valuesIn(blob: Examinable, path: string | undefined): readonly Match[]
  /** Matches that could become sightings under some path: the filter of a history, where paths are not known yet. */
  candidatesIn(blob: Examinable): Candidates
  /** The same of stretches of a history's text. */
  readonly inspector: Inspector
}

function locate(bytes: Uint8Array, kept: readonly { match: Match; judgement: Judgement }[]): readonly Sighting[] {
  const positions = positionsOfMatches(
    bytes,
    kept.map(({ match }) => match),
  )
  return kept.map(({ match, judgement }) => ({ match, judgement, ...positions(match) }))
}

function namesNone({ rule, parts }: Match): boolean {
  return rule.generic && tellsAbout(parts.name ?? '')
}

const NOTHING: Examined = { sightings: [], values: [], fileRules: [], allowed: [], unread: [], isEncoded: false }
const NOTHING_HIDDEN: Hidden = { judged: [], values: [], unread: [] }

/** Without the path nobody knows whether a rule for certain paths applies: it is in nobody's way, and nobody in its. */
function withoutPath(matches: readonly Match[]): readonly Match[] {
  const isLimited = ({ rule }: Match): boolean => rule.paths.length + rule.exceptPaths.length > 0
  const limited = matches.filter(isLimited)
  if (limited.length === 0) return keepMostSpecific(matches)
  return [...keepMostSpecific(matches.filter(match => !isLimited(match))), ...limited]
}

const prints = (matches: readonly Match[]): readonly string[] => [...new Set(matches.map(fingerprintOf))]

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
  let see: SeeThrough | undefined
  let shieldSees: SeeThrough | undefined
  let spansOf: EncodedSpans | undefined
  const byPath: ExtraMatches = (bytes, path) =>
    path === undefined
      ? extra(bytes, path)
      : [...extra(bytes, path), ...findInFile(pathRules.wholeFileRulesOf(path), bytes)]
  const plainIn = (blob: Examinable, path: string | undefined, marks: MarkHit[]): readonly Match[] => {
    const extraMatches = byPath(blob.bytes, path)
    const matches = detector.detect(blob, whoApplies(blob, path, pathRules), marks)
    return extraMatches.length === 0
      ? matches
      : [...matches, ...extraMatches].sort((a, b) => a.start - b.start || b.rule.specificity - a.rule.specificity)
  }
  const hiddenIn = (
    { kind, bytes }: Examinable,
    path: string | undefined,
    plain: readonly Match[],
    marks: readonly MarkHit[],
    isAnywhere = false,
  ): Hidden =>
    see && marks.length > 0 && kind !== 'name'
      ? see({ bytes, path, isAnywhere, isFile: true, plain, marks })
      : NOTHING_HIDDEN
  const judgePlain = (plain: readonly Match[], kind: BlobKind | undefined): readonly JudgedMatch[] =>
    withoutPath(plain).map(match => ({ match, judgement: judgeAnywhere(match, kind) }))
  /** Whatever stands there in plain: a history asks of what is encoded apart from that. */
  const hiddenAnywhere = (blob: Examinable, marks: readonly MarkHit[]): Hidden =>
    hiddenIn(blob, undefined, [], marks, (blob.kind ?? 'blob') === 'blob')
  const candidatesAmong = (judged: readonly JudgedMatch[], { unread }: Hidden): Candidates => ({
    found: judged.filter(({ judgement }) => !judgement.dropped).map(({ match }) => match),
    allowed: judged.filter(({ judgement }) => judgement.allowed !== undefined).map(({ match }) => match),
    unread,
  })
  return {
    candidatesIn(blob) {
      const marks: MarkHit[] = []
      const plain = detector.detect(blob, whoApplies(blob, undefined, pathRules), marks)
      const hidden = hiddenAnywhere(blob, marks)
      return candidatesAmong([...judgePlain(plain, blob.kind), ...hidden.judged], hidden)
    },
    inspector: {
      probe: (kind, bytes, hits) =>
        detector.detectAt(bytes, hits, whoApplies({ kind, bytes }, undefined, pathRules)).length > 0,
      inspect: (kind, bytes, hits) =>
        judgePlain(detector.detectAt(bytes, hits, whoApplies({ kind, bytes }, undefined, pathRules)), kind).map(
          ({ match, judgement: { dropped, allowed } }) => ({
            start: match.matchStart,
            end: match.matchEnd,
            print: dropped && allowed === undefined ? undefined : fingerprintOf(match),
            allowed: allowed !== undefined,
          }),
        ),
      encodedSpans: (bytes, marks) => spansOf?.(bytes, detector.marksAt(marks)) ?? [],
      inspectEncoded(kind, bytes, marks) {
        const hidden = hiddenAnywhere({ kind, bytes }, detector.marksAt(marks))
        const { found, allowed, unread } = candidatesAmong(hidden.judged, hidden)
        return { found: prints(found), allowed: prints(allowed), unread }
      },
    },
    async loadDecoder() {
      if (see) return
      const [{ createSeeThrough }, { encodedSpans }] = await Promise.all([
        import('./see-through.ts'),
        import('../detect/decode/encoded-spans.ts'),
      ])
      spansOf = encodedSpans
      see = createSeeThrough({ detector, pathRules, extra: byPath })
      shieldSees = shield === detector ? undefined : createSeeThrough({ detector: shield, pathRules, extra: () => [] })
    },
    valuesIn(blob, path) {
      const marks: MarkHit[] = []
      const plain = plainIn(blob, path, marks)
      const { values } = hiddenIn(blob, path, plain, marks)
      return values.length === 0 ? plain : [...plain, ...values]
    },
    examine(blob, path) {
      const marks: MarkHit[] = []
      const plain = plainIn(blob, path, marks)
      const ofPath = path === undefined ? [] : pathRules.fileRulesOf(path)
      const isEncoded = marks.length > 0 && see === undefined
      if (plain.length + ofPath.length + marks.length === 0) return NOTHING
      const hidden = hiddenIn(blob, path, plain, marks)
      // `tokenType: "Bearer"` hides nothing: that word would be struck out wherever it stands.
      const values = [...plain.filter(match => !namesNone(match)), ...hidden.values]
      const judged = judgeKept(plain, hidden, match => judge({ match, path }))
      const paired = pairParts(judged.filter(({ judgement }) => !judgement.dropped))
      const found = [...judged, ...hidden.judged].some(({ judgement }) => !judgement.dropped)
      const fileRules = found
        ? ofPath
        : ofPath
            .filter(rule => holdsSecrets(rule, blob.bytes, path!, plain))
            .map(rule => withoutASecret(rule, blob.bytes))
      const inside = hidden.judged.filter(({ lines, judgement }) => lines && !judgement.dropped)
      const shieldMarks: MarkHit[] = []
      const shielded = (): readonly Match[] => {
        if (shield === detector) return toldElsewhere(detector, blob, whoApplies(blob, path, pathRules))
        const matches = shield.detect(blob, undefined, shieldMarks)
        return [
          ...matches,
          ...(shieldSees?.({ bytes: blob.bytes, path, isFile: true, plain: matches, marks: shieldMarks }).values ?? []),
        ]
      }
      return {
        sightings: [
          ...(paired.length === 0 ? [] : locate(blob.bytes, paired)),
          ...inside.map(({ match, judgement, lines }) => ({ match, judgement, ...lines! })),
        ],
        values: paired.length === 0 ? values : [...values, ...shielded()],
        fileRules,
        allowed: [...judged, ...hidden.judged.filter(({ lines }) => lines)]
          .filter(({ judgement }) => judgement.allowed !== undefined)
          .map(({ match }) => match),
        unread: hidden.unread,
        isEncoded,
      }
    },
  }
}
