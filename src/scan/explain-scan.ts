import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { clock } from '../clock.ts'
import { createDetector } from '../detect/create-detector.ts'
import { UsageError } from '../errors/usage-error.ts'
import { loadRules } from '../ruleset/load.ts'
import type { ScanOptions } from '../scan.ts'
import type { Finding, Match, Place } from '../types.ts'
import { createExaminer } from './examine.ts'
import { type ExplainParts, explain } from './explain.ts'
import { extraMatches } from './extra-matches.ts'
import { knownIn } from './known-in.ts'
import { lookThrough } from './look-through.ts'
import { type Opened, openSource } from './open-source.ts'
import { createPathRules } from './path-rules.ts'
import { rulesInForce } from './rules-in-force.ts'
import { fingerprintOf } from './seen.ts'

/** As many as a person can tell apart. */
const MAX_SUGGESTIONS = 5
/** Places that are looked at for one that tells something. */
const MAX_PLACES = 50

async function partsOf({ config, valueFiles }: Opened): Promise<ExplainParts> {
  const rules = rulesInForce(loadRules(), config, [])
  const pathRules = await createPathRules(rules)
  const detector = createDetector(rules)
  const examiner = createExaminer(detector, pathRules, extraMatches(rules))
  const { extra } = knownIn(valueFiles, rules, { examiner, isExcluded: () => false, notScanned: () => undefined })
  return { rules, pathRules, examiner: createExaminer(detector, pathRules, extra) }
}

async function bytesAt(place: Place, opened: Opened, directory: string): Promise<Uint8Array | undefined> {
  let bytes: Uint8Array | undefined
  if (place.blob !== undefined) {
    await opened.source.read(
      new Set([place.blob]),
      blob => {
        bytes = Buffer.from(blob.bytes)
      },
      () => undefined,
    )
    return bytes
  }
  if (opened.source.mode !== 'paths' || place.path === undefined || place.in !== undefined) return undefined
  return readFileSync(resolve(opened.repository?.root ?? directory, place.path))
}

/** The first place where a rule finds it: not where it is a copy of what only the scan of a whole history came to know. */
async function blobWith(
  places: readonly Place[],
  opened: Opened,
  directory: string,
  { examiner }: ExplainParts,
  isIt: (match: Match) => boolean,
): Promise<{ readonly place: Place; readonly bytes: Uint8Array } | undefined> {
  for (const place of places.slice(0, MAX_PLACES)) {
    const bytes = await bytesAt(place, opened, directory)
    if (bytes && examiner.valuesIn({ bytes }, place.path).some(isIt)) return { place, bytes }
  }
  return undefined
}

/** Every decision about one finding of a scan: told by its fingerprint, or the first characters of it. */
export async function explainFinding(options: ScanOptions, print: string): Promise<readonly string[]> {
  const opened = await openSource(options)
  try {
    const report = await lookThrough({ ...options, minConfidence: 'low' }, opened, clock())
    const finding = pick(report.findings, print)
    const parts = await partsOf(opened)
    const isIt = (match: Match): boolean => fingerprintOf(match) === finding.fingerprint
    const blob = finding.secret && (await blobWith(finding.places, opened, options.directory, parts, isIt))
    const place = blob?.place ?? finding.places[0]
    const lines = [`${finding.fingerprint}: ${finding.title} ${finding.secret?.redacted ?? ''}`.trimEnd()]
    const where = place && [place.path, place.line, place.column].filter(part => part !== undefined).join(':')
    if (where)
      lines.push(
        `${place === finding.places[0] ? 'first at' : 'at'} ${where}${place.commit ? ` of commit ${place.commit.slice(0, 10)}` : ''}`,
      )
    if (!blob) {
      return [...lines, '', `a finding of ${finding.confidence} confidence`, ...finding.reasons.map(why => `  ${why}`)]
    }
    return [...lines, '', ...explain(parts, { bytes: blob.bytes, path: place?.path }, isIt)]
  } finally {
    await opened.source.close()
  }
}

function pick(findings: readonly Finding[], print: string): Finding {
  const found = findings.filter(({ fingerprint }) => fingerprint.startsWith(print))
  if (found.length === 1) return found[0]!
  if (found.length > 1)
    throw new UsageError(`${found.length} findings begin with ${print}: give more of the fingerprint`)
  const there = findings.slice(0, MAX_SUGGESTIONS).map(({ fingerprint, ruleId }) => `${fingerprint} (${ruleId})`)
  const hint = there.length > 0 ? ` There are ${there.join(', ')}.` : ' There is no finding at all.'
  throw new UsageError(
    `no rule and no finding ${print} in what was scanned (--history and PATH… scan elsewhere).${hint}`,
  )
}

/** Every decision about a text: what is found in it, and what is not. */
export async function explainText(options: ScanOptions): Promise<readonly string[]> {
  const opened = await openSource({ ...options, mode: 'stdin' })
  return explain(await partsOf(opened), { bytes: options.text ?? new Uint8Array(), path: options.name })
}
