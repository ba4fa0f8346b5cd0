import { hasContext } from '../detect/has-context.ts'
import { indexRules } from '../detect/index-rules.ts'
import { keepMostSpecific } from '../detect/keep-most-specific.ts'
import { latin1 } from '../detect/latin1.ts'
import { positionsOf } from '../detect/position.ts'
import { judge } from '../judges/judge.ts'
import { opinionsOn } from '../judges/opinions-on.ts'
import { createAnchorFinder } from '../kernel/create-anchor-finder.ts'
import type { Match, Rule, RuleSet } from '../types.ts'
import { adoptKnownOrigin } from './adopt-known-origin.ts'
import type { Examiner } from './examine.ts'
import type { PathRules } from './path-rules.ts'

/** Anchors of one rule that are told one by one: in a long text there are thousands of `pass`. */
const MAX_PLACES = 3
/** Rules without a match that are told of; the rest is counted. */
const MAX_SILENT = 12

export interface ExplainParts {
  readonly rules: RuleSet
  readonly examiner: Examiner
  readonly pathRules: PathRules
}

interface Blob {
  readonly bytes: Uint8Array
  readonly path: string | undefined
}

interface AnchorPlace {
  readonly text: string
  readonly offset: number
}

/** Every decision about a text, in order: anchors, rules, the more specific rule, each judge. `only`: of matches that it holds for. */
export function explain(
  parts: ExplainParts,
  blob: Blob,
  only: (match: Match) => boolean = () => true,
): readonly string[] {
  const { bytes, path } = blob
  const at = (offset: number): string => {
    const [position] = positionsOf(bytes, [offset])
    return `${position!.line}:${position!.column}`
  }
  const places = anchorPlaces(parts.rules, bytes)
  const values = parts.examiner.valuesIn({ bytes }, path)
  const told = values.filter(only)
  const lines: string[] = []
  const kept = keepMostSpecific(values)
  const known = values.filter(({ rule }) => rule.kind === 'known-value')
  for (const match of told) {
    const { rule, secret } = match
    const anchors = (places.get(rule) ?? []).filter(
      ({ offset, text }) => offset >= match.matchStart && offset + text.length <= match.matchEnd,
    )
    const anchor = anchors[0] ? `anchor "${anchors[0].text}" at ${at(anchors[0].offset)}` : 'found without an anchor'
    lines.push(`${rule.id}: ${anchor}, its pattern matches ${secret.redacted} at ${at(match.start)}`)
    if (kept.includes(match)) lines.push(...decisions(match, path, known))
    else
      lines.push(
        `  dropped: ${winner(match, kept)?.rule.id ?? 'another rule'} matches the same text and is more specific`,
      )
  }
  if (told.length === values.length)
    lines.push(...silent(parts, blob, places, new Set(values.map(({ rule }) => rule)), at))
  if (lines.length === 0) lines.push('no anchor of any rule stands here, so that no pattern was tried')
  return lines
}

function anchorPlaces(set: RuleSet, bytes: Uint8Array): ReadonlyMap<Rule, readonly AnchorPlace[]> {
  const index = set.prepared ?? indexRules(set.rules)
  const anchors = index.anchors()
  const hits = createAnchorFinder(() => anchors).find(bytes)
  const places = new Map<Rule, AnchorPlace[]>()
  for (let hit = 0; hit < hits.count; hit++) {
    const anchor = hits.anchors[hit]!
    for (let owner = index.starts[anchor]!; owner < index.starts[anchor + 1]!; owner++) {
      const rule = index.rule(index.owners[owner]!)
      const place = { text: anchors[anchor]!.text, offset: hits.positions[hit]! }
      places.set(rule, [...(places.get(rule) ?? []), place])
    }
  }
  return places
}

function winner(match: Match, kept: readonly Match[]): Match | undefined {
  return kept.find(other => other.start < match.end && match.start < other.end)
}

/** Judges one by one, and what came of it. `known`: values of the person's own ignored files. */
function decisions(match: Match, path: string | undefined, known: readonly Match[]): readonly string[] {
  const one = { match, path }
  const [, judgement] = adoptKnownOrigin(match, judge(one), known)
  const { rule } = match
  const result =
    judgement.allowed !== undefined
      ? 'let through by the comment'
      : judgement.dropped
        ? 'dropped'
        : `a finding of ${judgement.confidence} confidence`
  return [
    `  the rule itself: ${rule.confidence} confidence`,
    ...opinionsOn(one).map(({ judge: name, opinion }) => `  ${name} says ${opinion.says}: ${opinion.why}`),
    `  → ${result}`,
  ]
}

/** Rules whose anchors are here, and that found nothing: why not. */
function silent(
  { pathRules }: ExplainParts,
  { bytes, path }: Blob,
  places: ReadonlyMap<Rule, readonly AnchorPlace[]>,
  spoke: ReadonlySet<Rule>,
  at: (offset: number) => string,
): readonly string[] {
  const quiet = [...places].filter(([rule]) => !spoke.has(rule))
  const lines = quiet.slice(0, MAX_SILENT).map(([rule, anchors]) => {
    const shown = anchors.slice(0, MAX_PLACES).map(({ offset }) => at(offset))
    const more = anchors.length > MAX_PLACES ? ` and ${anchors.length - MAX_PLACES} more` : ''
    return `${rule.id}: anchor "${anchors[0]!.text}" at ${shown.join(', ')}${more}, but ${whyNot(rule, anchors)}`
  })
  if (quiet.length > MAX_SILENT)
    lines.push(`… and ${quiet.length - MAX_SILENT} more rules whose pattern does not match`)
  return lines

  function whyNot(rule: Rule, anchors: readonly AnchorPlace[]): string {
    if (path !== undefined && !pathRules.applies(rule, path)) return `the rule is not for ${path}`
    const pattern = new RegExp(rule.pattern, rule.flags)
    for (const { offset, text } of anchors) {
      const start = Math.max(0, offset - rule.before)
      const end = Math.min(bytes.length, offset + text.length + rule.after)
      pattern.lastIndex = 0
      const found = pattern.exec(latin1(bytes, start, end))
      if (!found || rule.context.length === 0) continue
      const from = start + found.index
      if (hasContext(rule, bytes, from, from + found[0].length)) continue
      return `none of ${rule.context.join(', ')} stands within ${rule.reach} bytes of what its pattern matches`
    }
    return 'its pattern does not match there'
  }
}
