import type { Detector } from '../detect/create-detector.ts'
import { decode } from '../detect/decode/decode.ts'
import type { Budget, Decoded, MarkHit } from '../detect/decode/decoded.ts'
import { MAX_DEPTH, newBudget } from '../detect/decode/limits.ts'
import { isSeenThrough } from '../detect/decode/mark-anchors.ts'
import { pairParts } from '../detect/pair-parts.ts'
import type { Position } from '../detect/position.ts'
import { judge } from '../judges/judge.ts'
import type { DecodeWay, Judgement, Match, NotScanned, Rule } from '../types.ts'
import type { ExtraMatches } from './examine.ts'
import { judgeAnywhere } from './judge-anywhere.ts'
import { judgeKept } from './judge-kept.ts'
import { liftFromFile } from './lift-from-file.ts'
import { liftFromText } from './lift-from-text.ts'
import type { PathRules } from './path-rules.ts'
import { positionsOfMatches } from './positions-of-matches.ts'
import { fingerprintOf } from './seen.ts'
import { toldElsewhere } from './told-elsewhere.ts'

/** Of a match in an archive: where it stands in its own file, and what must not show beside it. */
interface OwnLines {
  readonly start: Position
  readonly end: Position
  readonly others: readonly Match[]
}

export interface JudgedMatch {
  readonly match: Match
  readonly judgement: Judgement
  readonly lines?: OwnLines
}

/** What encodings hold. Matches stand where their encoded form stands, those with `lines` in the file they are in. */
export interface Hidden {
  readonly judged: readonly JudgedMatch[]
  /** All matches, judged and not. */
  readonly values: readonly Match[]
  readonly unread: readonly NotScanned[]
  /** Of what was found in plain, what a file of an archive that is kept as it is was found to hold. */
  readonly inFiles?: ReadonlySet<Match>
}

export interface Marked {
  readonly bytes: Uint8Array
  readonly path: string | undefined
  /** With the archive's own path before that of its file: what stands in `node_modules/a.tgz` is as vendored as what stands beside it. */
  readonly standing?: string | undefined
  /** There is a path, but nobody knows it yet: see judge-anywhere.ts. */
  readonly isAnywhere?: boolean | undefined
  /** A blob or a file of an archive, not a part of a text. */
  readonly isFile: boolean
  /** What was found in plain: of the same secret at the same place nothing more is said. */
  readonly plain: readonly Match[]
  readonly marks: readonly MarkHit[]
}

export type SeeThrough = (marked: Marked) => Hidden

interface Parts {
  readonly detector: Detector
  readonly pathRules: PathRules
  readonly extra: ExtraMatches
}

/** What has lines of its own: its path tells what kind of file it is. */
const isOwnFile = (decoded: Decoded): boolean => decoded.outer === undefined

function pathOf({ inside, name }: Decoded, path: string | undefined): string | undefined {
  return inside ?? name ?? path
}

function standingOf({ inside, name }: Decoded, { standing, path }: Marked): string | undefined {
  const outer = standing ?? path
  return inside === undefined || outer === undefined ? (inside ?? name ?? outer) : `${outer}/${inside}`
}

/** Everything that marks lead to, layer by layer, found and judged as what it is in plain. */
export function createSeeThrough({ detector, pathRules, extra }: Parts): SeeThrough {
  const appliesTo =
    (decoded: Decoded, path: string | undefined) =>
    (rule: Rule): boolean =>
      (decoded.isText || isSeenThrough(rule)) && (path === undefined || pathRules.applies(rule, path))

  function lookInto(decoded: Decoded, outer: Marked, budget: Budget, depth: number): Hidden {
    const path = pathOf(decoded, outer.path)
    const standing = standingOf(decoded, outer)
    const { isAnywhere } = outer
    const { bytes } = decoded
    const marks: MarkHit[] = []
    const matches = [
      ...detector.detect({ bytes }, appliesTo(decoded, path), marks),
      ...(isOwnFile(decoded) ? extra(bytes, path) : []),
    ]
    const plain = matches.filter(match => isWhole(match, decoded)).sort((a, b) => a.start - b.start)
    if (plain.length + marks.length === 0) return { judged: [], values: [], unread: [] }
    const deeper = within(
      { bytes, path, standing, isAnywhere, isFile: isOwnFile(decoded), plain, marks },
      budget,
      depth + 1,
    )
    const judged = judgeKept(plain, deeper, match =>
      isAnywhere && standing === undefined ? judgeAnywhere(match) : judge({ match, path: standing }),
    )
    const inner = { values: [...plain, ...deeper.values], unread: [] }
    if (!isOwnFile(decoded)) {
      const all = [...judged, ...deeper.judged.filter(({ lines }) => lines)]
      return liftFromText(decoded, { ...inner, judged: all }, outer)
    }
    const paired = [
      ...pairParts(judged.filter(({ judgement }) => !judgement.dropped)),
      ...judged.filter(({ judgement }) => judgement.dropped),
    ]
    const elsewhere = paired.length === 0 ? [] : toldElsewhere(detector, { bytes }, appliesTo(decoded, path))
    const all = [
      ...located(bytes, paired, [...inner.values, ...elsewhere]),
      ...deeper.judged.filter(({ lines }) => lines),
    ]
    return liftFromFile(decoded, { ...inner, judged: all })
  }

  function within(marked: Marked, budget: Budget, depth: number): Hidden {
    const { bytes, path, isFile, plain, marks } = marked
    const judged: JudgedMatch[] = []
    const values: Match[] = []
    if (marks.length === 0) return { judged, values, unread: [] }
    if (depth > MAX_DEPTH) {
      if (bytesAreArchive(marks)) budget.unread.push({ what: '', why: `more than ${MAX_DEPTH} layers deep` })
      return { judged, values, unread: [] }
    }
    const known = new Set(plain.map(placeKey))
    for (const decoded of decode({ bytes, path, isFile, budget }, marks)) {
      const before = budget.unread.length
      const found = lookInto(decoded, marked, budget, depth)
      nameUnread(budget, before, decoded.inside)
      for (const one of found.judged) {
        const key = placeKey(one.match)
        if (one.lines === undefined && known.has(key)) continue
        if (one.lines === undefined) known.add(key)
        judged.push(one)
      }
      for (const value of found.values) values.push(value)
    }
    return { judged, values, unread: [], ...inFilesOf(plain, judged) }
  }

  return marked => {
    const budget = newBudget()
    const found = within(marked, budget, 1)
    return { ...found, unread: budget.unread }
  }
}

/** Nothing was left out of it, and what is text round it is text. */
function isWhole({ matchStart, matchEnd, start, end }: Match, { bytes, isCut, isText }: Decoded): boolean {
  if (isCut && (matchStart === 0 || matchEnd === bytes.length)) return false
  return isText || isMostlyPrintable(bytes, start, end)
}

/** Where the magic number of an archive stands at the latest: that of bzip2. */
const LAST_MAGIC = 4

/** Bytes either side that are looked at, and how many of them may be control characters: of random bytes each eighth is. */
const AROUND = 32
const MOST_CONTROLS = 4

function isMostlyPrintable(bytes: Uint8Array, start: number, end: number): boolean {
  let controls = 0
  for (let at = Math.max(0, start - AROUND); at < Math.min(bytes.length, end + AROUND); at++) {
    const byte = bytes[at]!
    if ((byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 13) || byte === 0x7f) controls++
  }
  return controls <= MOST_CONTROLS
}

/** The same secret at overlapping places is one: of two ways to decode it, or of one that leaves it as it is. */
function placeKey(match: Match): string {
  return `${fingerprintOf(match)} ${match.lineStart}`
}

function bytesAreArchive(marks: readonly MarkHit[]): boolean {
  const first: readonly DecodeWay[] = ['gzip', 'zip', 'packed']
  return marks.some(({ mark, position }) => first.includes(mark.way) && position <= LAST_MAGIC)
}

function inFilesOf(plain: readonly Match[], judged: readonly JudgedMatch[]): Pick<Hidden, 'inFiles'> {
  const prints = new Set(judged.filter(({ lines }) => lines).map(({ match }) => fingerprintOf(match)))
  return prints.size === 0 ? {} : { inFiles: new Set(plain.filter(match => prints.has(fingerprintOf(match)))) }
}

/** What is not read in a file of an archive is said with the path that leads there. */
function nameUnread({ unread }: Budget, from: number, inside: string | undefined): void {
  if (inside === undefined) return
  for (let i = from; i < unread.length; i++) {
    const { what, why } = unread[i]!
    unread[i] = { what: what === '' ? inside : `${inside}!${what}`, why }
  }
}

function located(bytes: Uint8Array, judged: readonly JudgedMatch[], others: readonly Match[]): readonly JudgedMatch[] {
  const positions = positionsOfMatches(
    bytes,
    judged.map(({ match }) => match),
  )
  return judged.map(({ match, judgement }) => ({ match, judgement, lines: { ...positions(match), others } }))
}
