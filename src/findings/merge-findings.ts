import type { Confidence, Finding, Judgement, Place, Remedy, Rule, Secret, Severity, State } from '../types.ts'
import { CONFIDENCES, SEVERITIES } from '../types.ts'
import { exposure } from './exposure.ts'

/** One secret seen at one place, or one file that is itself a finding. */
export interface Seen {
  readonly fingerprint: string
  readonly rule: Rule
  readonly secret?: Secret
  readonly parts: Readonly<Record<string, string>>
  readonly judgement: Pick<Judgement, 'confidence' | 'verdict' | 'reasons'>
  readonly place: Place
  readonly state: State
}

export type RemediesFor = (finding: Omit<Finding, 'remediation'>, rule: Rule) => readonly Remedy[]

const rank = (confidence: Confidence): number => CONFIDENCES.indexOf(confidence)
const weight = (severity: Severity): number => SEVERITIES.indexOf(severity)

/**
 * What speaks most for a finding: the most specific rule, then the surest judgement; of several alike always the same, in whichever order they were seen. One place
 * that is doubted does not hide the others.
 */
function leading(seen: readonly Seen[]): Seen {
  const believed = seen.filter(one => one.judgement.confidence !== 'low')
  return (believed.length > 0 ? believed : seen).reduce((best, one) => {
    const better =
      one.rule.specificity - best.rule.specificity ||
      rank(one.judgement.confidence) - rank(best.judgement.confidence) ||
      Number(one.rule.id < best.rule.id) - Number(one.rule.id > best.rule.id)
    return better > 0 ? one : best
  })
}

const surestOf = (seen: readonly Seen[]): Seen =>
  seen.reduce((best, one) => (rank(one.judgement.confidence) > rank(best.judgement.confidence) ? one : best))

/** A key in a test and a password in a setting may be one secret: what it is the most specific rule says, how sure that is the surest place. */
function asSureAs(lead: Seen, surest: Seen): Seen {
  return rank(surest.judgement.confidence) > rank(lead.judgement.confidence)
    ? { ...lead, judgement: surest.judgement }
    : lead
}

const words = ({ judgement }: Seen): number => judgement.reasons.join().length

/** Where a value of somebody's `.env` stands too, whichever rule leads, the finding says which one it is. */
function withOrigin(lead: Seen, group: readonly Seen[]): Seen {
  if (lead.rule.kind === 'known-value') return lead
  // The one of which there is least to say: in plain, if there is such a one.
  const [copy] = group.filter(({ rule }) => rule.kind === 'known-value').sort((a, b) => words(a) - words(b))
  if (!copy) return lead
  const { file = '', name = '' } = copy.parts
  const reasons = [...new Set([...lead.judgement.reasons, ...copy.judgement.reasons])]
  return { ...lead, parts: { name, file, ...lead.parts }, judgement: { ...lead.judgement, reasons } }
}

/** What has no date, in the index, is younger than every commit. */
const timeOf = ({ date }: Place): number => (date === undefined ? Number.MAX_SAFE_INTEGER : Date.parse(date))

function comparePlaces(a: Place, b: Place): number {
  const [pathA, pathB] = [a.path ?? '', b.path ?? '']
  if (pathA !== pathB) return pathA < pathB ? -1 : 1
  const [insideA, insideB] = [a.inside ?? '', b.inside ?? '']
  if (timeOf(a) === timeOf(b) && insideA !== insideB) return insideA < insideB ? -1 : 1
  return timeOf(a) - timeOf(b) || a.line - b.line || a.column - b.column || compareIds(a, b)
}

/** Commits that were rebased keep their dates: the report is the same whatever order they came in. */
function compareIds(a: Place, b: Place): number {
  const [idA, idB] = [`${a.commit ?? ''} ${a.blob ?? ''}`, `${b.commit ?? ''} ${b.blob ?? ''}`]
  return idA < idB ? -1 : Number(idA > idB)
}

function samePlace(a: Place, b: Place): boolean {
  return (
    a.path === b.path &&
    a.inside === b.inside &&
    a.blob === b.blob &&
    a.commit === b.commit &&
    a.line === b.line &&
    a.column === b.column
  )
}

/** Each once, as sure as the surest that was seen there; `seen` is in the order of places. Those that are less sure than the finding say so. */
function placesOf(seen: readonly Seen[], ofFinding: Confidence): readonly Place[] {
  const all: Seen[] = []
  for (const one of seen) {
    const last = all.at(-1)
    if (last === undefined || !samePlace(one.place, last.place)) all.push(one)
    else all[all.length - 1] = asSureAs(last, one)
  }
  return all.map(({ place, judgement: { confidence } }) =>
    confidence === ofFinding ? place : { ...place, confidence },
  )
}

/** Most severe first, then by path and line, then by fingerprint: the same findings always come in the same order. */
function compareFindings(a: Finding, b: Finding): number {
  const bySeverity = weight(b.severity) - weight(a.severity) || rank(b.confidence) - rank(a.confidence)
  if (bySeverity !== 0) return bySeverity
  const [placeA, placeB] = [a.places[0], b.places[0]]
  const byPlace = placeA && placeB ? comparePlaces(placeA, placeB) : 0
  return byPlace || (a.fingerprint < b.fingerprint ? -1 : 1)
}

/** One finding per secret, with all its places. `versionsOf` counts the blobs that hold it. */
export function mergeFindings(
  seen: readonly Seen[],
  versionsOf: (fingerprint: string) => number | undefined,
  remediesFor: RemediesFor,
): readonly Finding[] {
  const groups = groupByFingerprint(seen)
  return [...groups.entries()]
    .map(([fingerprint, unordered]) => {
      // Of two that are as good the one at the first place leads, whatever read them in which order.
      const group = unordered.toSorted((a, b) => comparePlaces(a.place, b.place))
      const { rule, secret, parts, judgement } = withOrigin(asSureAs(leading(group), surestOf(group)), group)
      const finding = {
        fingerprint,
        ruleId: rule.id,
        provider: rule.provider,
        title: rule.title,
        severity: rule.severity,
        confidence: judgement.confidence,
        verdict: judgement.verdict,
        reasons: judgement.reasons,
        ...(secret && { secret }),
        parts,
        places: placesOf(group, judgement.confidence),
        versions: versionsOf(fingerprint) ?? new Set(group.map(one => one.place.blob ?? one.place.path)).size,
        state: mostExposed(group),
      }
      return { ...finding, remediation: remediesFor(finding, rule) }
    })
    .sort(compareFindings)
}

function mostExposed(seen: readonly Seen[]): State {
  return seen.map(({ state }) => state).reduce((most, state) => (exposure(state) > exposure(most) ? state : most))
}

function groupByFingerprint(seen: readonly Seen[]): Map<string, Seen[]> {
  const groups = new Map<string, Seen[]>()
  for (const one of seen) {
    const group = groups.get(one.fingerprint)
    if (group) group.push(one)
    else groups.set(one.fingerprint, [one])
  }
  return groups
}
