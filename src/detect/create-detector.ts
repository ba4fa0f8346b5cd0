import { buildAnchorTable } from '../kernel/anchor-table.ts'
import { createAnchorFinder } from '../kernel/create-anchor-finder.ts'
import { wholeTable } from '../kernel/whole-table.ts'
import type {
  Anchor,
  AnchorFinder,
  AnchorHits,
  Blob,
  Match,
  PlacedMark,
  PreparedRules,
  Rule,
  RuleIndex,
  RuleSet,
  SearchPlan,
} from '../types.ts'
import { addMatch } from './add-match.ts'
import { ANYTHING_BESIDE, type BesideTest, besideTest } from './beside-test.ts'
import type { MarkHit } from './decode/decoded.ts'
import { indexRules } from './index-rules.ts'
import { joinFinders } from './join-finders.ts'
import { latin1 } from './latin1.ts'
import { lifeImage } from './life-image.ts'
import { matchesInWindow } from './matches-in-window.ts'
import { reachesOf } from './reaches-of.ts'
import { readyPattern } from './ready-pattern.ts'
import { runTest } from './run-test.ts'

export interface Detector {
  /**
   * All matches of all pattern rules, in order of their start; overlapping ones of different rules included.
   * `applies` leaves rules out; in a history, where no path is known yet, none. Marks of encodings are added to `marks`.
   */
  detect(
    blob: Pick<Blob, 'bytes'>,
    applies?: ((rule: Rule) => boolean) | undefined,
    marks?: MarkHit[],
  ): readonly Match[]
  /** The same, where somebody has found the anchors already, or those of them at which a match may go on. */
  detectAt(
    bytes: Uint8Array,
    hits: AnchorHits,
    applies?: ((rule: Rule) => boolean) | undefined,
    marks?: MarkHit[],
  ): readonly Match[]
  /** What those are that somebody has found. */
  marksAt(marks: readonly PlacedMark[]): readonly MarkHit[]
  /** For whoever finds the anchors. */
  plan(): SearchPlan
}

/**
 * Windows of one rule that touch are searched as one. Past this many bytes a new one begins, so that a file
 * full of anchors is not copied into one string. Each window holds all that its own anchors need, and the two
 * share out the matches between them by where these begin: what one sees of the other's may be cut off.
 */
const MAX_MERGED_WINDOW = 256 * 1024
/** Up to here the whole text is turned into one string, and no windows are cut for patterns that are tried at anchors alone. */
const MAX_WHOLE_TEXT = 64 * 1024

/** Of what stands behind an anchor, so much is looked at before it is asked what stands before it: that ends most, and the others may go on for hundreds. */
const FEW_BYTES = 16

const NO_MATCHES: readonly Match[] = []

interface Window {
  readonly start: number
  end: number
  /** Where anchors stand in it, ascending. */
  readonly anchors: number[]
  /** Matches that begin before the first byte are the window's before, those that begin at the second or after it the next one's. */
  readonly first: number
  limit: number
}

/** Windows of each rule that has anchors here, merged where they touch; of those alone that `takes` lets in, beside whose anchors a match may go on. */
function windowsByRule(
  index: RuleIndex,
  hits: AnchorHits,
  bytes: Uint8Array,
  takes: (ruleNumber: number) => boolean,
  beside: BesideTest,
): Map<number, Window[]> {
  const { before, after, lead, lengths, starts, owners } = index
  const windows = new Map<number, Window[]>()
  for (let hit = 0; hit < hits.count; hit++) {
    const position = hits.positions[hit]!
    const anchor = hits.anchors[hit]!
    const anchorEnd = position + lengths[anchor]!
    for (let at = starts[anchor]!; at < starts[anchor + 1]!; at++) {
      const ruleNumber = owners[at]!
      if (!takes(ruleNumber)) continue
      const end = Math.min(bytes.length, anchorEnd + after[ruleNumber]!)
      if (!beside.mayFollow(at, bytes, anchorEnd, Math.min(end, anchorEnd + FEW_BYTES))) continue
      const start = Math.max(0, position - before[ruleNumber]!)
      if (!beside.mayPrecede(at, bytes, position, start)) continue
      if (!beside.mayFollow(at, bytes, anchorEnd, end)) continue
      const list = windows.get(ruleNumber)
      const last = list?.[list.length - 1]
      if (last && start <= last.end && end - last.start <= MAX_MERGED_WINDOW) {
        if (end > last.end) last.end = end
        if (last.anchors.at(-1) !== position) last.anchors.push(position)
        continue
      }
      const touches = last !== undefined && start <= last.end
      // A match that begins at the border looks back as far as any other. Of what stands before a match that would begin sooner than this anchor's can, the
      // window shows a part only, and so the pattern might take an anchor that something before it rules out.
      const window = {
        start: touches ? Math.max(0, start - before[ruleNumber]!) : start,
        end,
        anchors: [position],
        first: touches ? start : Math.max(0, position - lead[ruleNumber]!),
      }
      if (touches) last.limit = start
      if (list) list.push({ ...window, limit: Number.POSITIVE_INFINITY })
      else windows.set(ruleNumber, [{ ...window, limit: Number.POSITIVE_INFINITY }])
    }
  }
  return windows
}

/** Marks are numbered after the anchors. */
function addMarks(index: RuleIndex, hits: AnchorHits, found: MarkHit[]): void {
  for (let hit = 0; hit < hits.count; hit++) {
    const number = hits.anchors[hit]! - index.lengths.length
    if (number >= 0) found.push({ mark: index.marks()[number]!, position: hits.positions[hit]! })
  }
}

const literalsOf = (index: RuleIndex) => () => [...index.anchors(), ...index.marks()]

function finderOf(literals: () => readonly Anchor[], prepared: PreparedRules | undefined): AnchorFinder {
  if (!prepared?.own) return createAnchorFinder(literals, prepared ? { table: prepared.table } : {})
  const { builtIn, index } = prepared.own
  return joinFinders(finderOf(literalsOf(builtIn), builtIn), createAnchorFinder(literalsOf(index)), {
    anchors: builtIn.lengths.length,
    marks: builtIn.marks().length,
    ownAnchors: index.lengths.length,
  })
}

/** Compiles patterns and the anchor table lazily: a rule none of whose anchors turn up costs nothing. */
export function createDetector(ruleSet: RuleSet): Detector {
  const { prepared } = ruleSet
  const index = prepared ?? indexRules(ruleSet.rules)
  const literals = literalsOf(index)
  const finder = finderOf(literals, prepared)
  const mayMatch = prepared ? runTest(prepared) : () => true
  const beside = prepared ? besideTest(prepared) : ANYTHING_BESIDE
  const patterns = new Map<Rule, RegExp>()
  const patternOf = (rule: Rule): RegExp => {
    let pattern = patterns.get(rule)
    if (!pattern) {
      pattern = readyPattern(rule, rule.anchored ? rule.flags.replace('g', 'y') : rule.flags)
      patterns.set(rule, pattern)
    }
    return pattern
  }
  const isAnchored: (boolean | undefined)[] = []
  const anchored = (number: number): boolean => {
    isAnchored[number] ??= index.rule(number).anchored
    return isAnchored[number]
  }
  /** Where the latest match of each rule ended: none begins inside another of its rule. */
  const endOfMatch = new Map<number, number>()

  /** Patterns whose matches begin with an anchor, tried there. Returns whether there are anchors of others. */
  function detectAnchored(bytes: Uint8Array, hits: AnchorHits, matches: Match[]): boolean {
    const { starts, owners, lengths, before, after } = index
    let text: string | undefined
    let others = false
    endOfMatch.clear()
    for (let hit = 0; hit < hits.count; hit++) {
      const position = hits.positions[hit]!
      const anchor = hits.anchors[hit]!
      for (let at = starts[anchor]!; at < starts[anchor + 1]!; at++) {
        const number = owners[at]!
        // One of them is enough to go on to windows, which ask of each what stands beside its anchors.
        if (others && isAnchored[number] === false) continue
        const anchorEnd = position + lengths[anchor]!
        const end = Math.min(bytes.length, anchorEnd + after[number]!)
        if (!beside.mayFollow(at, bytes, anchorEnd, Math.min(end, anchorEnd + FEW_BYTES))) continue
        const start = Math.max(0, position - before[number]!)
        if (!beside.mayPrecede(at, bytes, position, start)) continue
        if (!beside.mayFollow(at, bytes, anchorEnd, end)) continue
        if (!mayMatch(number, bytes, start, end)) continue
        if (!anchored(number)) {
          others = true
          continue
        }
        const rule = index.rule(number)
        const pattern = patternOf(rule)
        pattern.lastIndex = position
        text ??= latin1(bytes, 0, bytes.length)
        const found = pattern.exec(text)
        if (!found || position < (endOfMatch.get(number) ?? 0)) continue
        addMatch(rule, pattern, bytes, 0, found, matches)
        endOfMatch.set(number, position + found[0].length)
      }
    }
    return others
  }

  const detectAt: Detector['detectAt'] = (bytes, hits, applies, marks) => {
    if (hits.count === 0) return NO_MATCHES
    if (marks) addMarks(index, hits, marks)
    const matches: Match[] = []
    const isShort = bytes.length <= MAX_WHOLE_TEXT
    if (!isShort || detectAnchored(bytes, hits, matches)) {
      const takes = isShort ? (number: number) => !anchored(number) : () => true
      for (const [number, all] of windowsByRule(index, hits, bytes, takes, beside)) {
        const windows = all.filter(({ start, end }) => mayMatch(number, bytes, start, end))
        if (windows.length === 0) continue
        const rule = index.rule(number)
        const pattern = patternOf(rule)
        let from = 0
        for (const window of windows) from = matchesInWindow({ rule, pattern, bytes, from, ...window }, matches)
      }
    }
    if (matches.length === 0) return NO_MATCHES
    const those = applies ? matches.filter(({ rule }) => applies(rule)) : matches
    return those.sort((a, b) => a.start - b.start || b.rule.specificity - a.rule.specificity)
  }

  return {
    detectAt,
    detect: ({ bytes }, applies, marks) => detectAt(bytes, finder.find(bytes), applies, marks),
    marksAt: marks =>
      marks.map(([position, number]) => ({ mark: index.marks()[number - index.lengths.length]!, position })),
    plan: () => ({
      table: prepared ? wholeTable(prepared.table()) : buildAnchorTable(literals()),
      ...reachesOf(index),
      ...(prepared && { life: lifeImage(prepared) }),
    }),
  }
}
