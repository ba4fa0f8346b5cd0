import { createAnchorFinder } from '../kernel/create-anchor-finder.ts'
import type { AnchorFinder, AnchorHits, Blob, Match, Rule, RuleIndex, RuleSet } from '../types.ts'
import type { MarkHit } from './decode/decoded.ts'
import { indexRules } from './index-rules.ts'
import { matchesInWindow } from './matches-in-window.ts'

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
}

/**
 * Windows of one rule that touch are searched as one. Past this many bytes a new one begins, so that a file
 * full of anchors is not copied into one string. Each window holds all that its own anchors need, and the two
 * share out the matches between them by where these begin: what one sees of the other's may be cut off.
 */
const MAX_MERGED_WINDOW = 256 * 1024

interface Window {
  readonly start: number
  end: number
  /** Where anchors stand in it, ascending. */
  readonly anchors: number[]
  /** Matches that begin before the first byte are the window's before, those that begin at the second or after it the next one's. */
  readonly first: number
  limit: number
}

/** Windows of each rule that has anchors here, merged where they touch. */
function windowsByRule(index: RuleIndex, hits: AnchorHits, size: number): Map<number, Window[]> {
  const { before, after, lengths, starts, owners } = index
  const windows = new Map<number, Window[]>()
  for (let hit = 0; hit < hits.count; hit++) {
    const position = hits.positions[hit]!
    const anchor = hits.anchors[hit]!
    if (anchor >= lengths.length) continue
    const anchorEnd = position + lengths[anchor]!
    for (let at = starts[anchor]!; at < starts[anchor + 1]!; at++) {
      const ruleNumber = owners[at]!
      const start = Math.max(0, position - before[ruleNumber]!)
      const end = Math.min(size, anchorEnd + after[ruleNumber]!)
      const list = windows.get(ruleNumber)
      const last = list?.[list.length - 1]
      if (last && start <= last.end && end - last.start <= MAX_MERGED_WINDOW) {
        if (end > last.end) last.end = end
        if (last.anchors.at(-1) !== position) last.anchors.push(position)
        continue
      }
      const touches = last !== undefined && start <= last.end
      // A match that begins at the border looks back as far as any other.
      const window = {
        start: touches ? Math.max(0, start - before[ruleNumber]!) : start,
        end,
        anchors: [position],
        first: start,
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

/** Compiles patterns and the anchor table lazily: a rule none of whose anchors turn up costs nothing. */
export function createDetector(ruleSet: RuleSet): Detector {
  const { prepared } = ruleSet
  const index = prepared ?? indexRules(ruleSet.rules, ruleSet.marks)
  const literals = () => [...index.anchors(), ...index.marks()]
  const finder: AnchorFinder = createAnchorFinder(literals, prepared ? { table: prepared.table } : {})
  const patterns = new Map<Rule, RegExp>()
  const patternOf = (rule: Rule): RegExp => {
    let pattern = patterns.get(rule)
    if (!pattern) {
      pattern = new RegExp(rule.pattern, rule.anchored ? rule.flags.replace('g', 'y') : rule.flags)
      patterns.set(rule, pattern)
    }
    return pattern
  }
  return {
    detect({ bytes }, applies, marks) {
      const hits = finder.find(bytes)
      if (hits.count === 0) return []
      if (marks) addMarks(index, hits, marks)
      const matches: Match[] = []
      for (const [ruleNumber, windows] of windowsByRule(index, hits, bytes.length)) {
        const rule = index.rule(ruleNumber)
        if (applies?.(rule) === false) continue
        const pattern = patternOf(rule)
        let from = 0
        for (const window of windows) from = matchesInWindow({ rule, pattern, bytes, from, ...window }, matches)
      }
      return matches.sort((a, b) => a.start - b.start || b.rule.specificity - a.rule.specificity)
    },
  }
}
