import { cutAround } from '../findings/cut-around.ts'
import { printable } from '../findings/printable.ts'
import type { Excerpt, Finding, Place } from '../types.ts'
import { counted } from './counted.ts'
import { displayWidth } from './display-width.ts'
import { location } from './location.ts'
import { originLines } from './origin-lines.ts'
import { type Paint, plainPaint } from './plain-paint.ts'
import type { ReporterOptions } from './reporter.ts'
import { shortCommit } from './short-commit.ts'
import { showSecret } from './show-secret.ts'
import { stateWords } from './state-words.ts'
import { wrap } from './wrap.ts'

const INDENT = '  '
/** Besides the first so many places are listed. */
const MAX_OTHER_PLACES = 3

/** The line, and beneath it what is meant; in colour the mark is in the line itself. */
function excerptLines(excerpt: Excerpt, paint: Paint, columns: number): readonly string[] {
  const { text, start, end } = cutAround(excerpt, columns - 3 * INDENT.length)
  const [before, marked, after] = [text.slice(0, start), text.slice(start, end), text.slice(end)]
  const line = `${INDENT}${before}${marked && paint.mark(marked)}${after}`
  const caret = `${INDENT}${' '.repeat(displayWidth(before))}${'^'.repeat(displayWidth(marked))}`
  return paint === plainPaint && marked !== '' ? [line, caret] : [line]
}

/** Where a person would look first: at what is there now. */
function mainPlace(places: readonly Place[]): Place | undefined {
  return places.find(place => place.inHead === true) ?? places[0]
}

/** `in base64, in gzip`: innermost first, as a person would undo it last. */
function encodingLines({ encoding = [] }: Place): readonly string[] {
  return encoding.length === 0
    ? []
    : [
        `encoded: ${encoding
          .toReversed()
          .map(one => `in ${one}`)
          .join(', ')}`,
      ]
}

function otherPlaceLines(finding: Finding, main: Place | undefined, verbose: boolean): readonly string[] {
  const others = finding.places.filter(place => place !== main)
  const listed = verbose ? others : others.slice(0, MAX_OTHER_PLACES)
  const hidden = others.length - listed.length
  return [
    ...listed.map(place => {
      const commit =
        place.commit === undefined
          ? ''
          : ` (${[shortCommit(place.commit), place.date?.slice(0, 10)].filter(Boolean).join(', ')})`
      return `also ${location(place)}${place.in === undefined ? commit : ''}`
    }),
    ...(hidden > 0 ? [`and ${counted(hidden, 'more place', 'more places')}`] : []),
    ...(finding.versions > finding.places.length ? [`in ${counted(finding.versions, 'version')}`] : []),
  ]
}

function detailLines({ ruleId, fingerprint, confidence, verdict }: Finding): readonly string[] {
  const facts = Object.entries(verdict).map(([name, value]) => `${name} ${value}`)
  return [
    `rule ${ruleId}, confidence ${confidence}${facts.length > 0 ? ` (${printable(facts.join(', '))})` : ''}`,
    `fingerprint ${fingerprint}`,
  ]
}

/** What, where, why: all that is said of one finding but what to do. */
export function findingBlock(finding: Finding, paint: Paint, options: ReporterOptions): readonly string[] {
  const { severity, title, secret, places, reasons } = finding
  const main = mainPlace(places)
  const heading = `${severity.toUpperCase()}  ${printable(title)}`
  const shown = secret ? printable(showSecret(secret, options)) : ''
  // The secret stands beneath its title where both do not go on one line.
  const beside = displayWidth(`${heading}  ${shown}`) <= options.columns
  const text = (lines: readonly string[]): readonly string[] =>
    lines.flatMap(line => wrap(line, options.columns - INDENT.length)).map(line => paint.aside(line))
  const lines = [
    ...(shown !== '' && !beside ? [paint.mark(shown)] : []),
    ...(main ? [paint.place(location(main))] : []),
    ...(main?.excerpt ? excerptLines(main.excerpt, paint, options.columns) : []),
    ...text([
      ...(main ? encodingLines(main) : []),
      stateWords(finding),
      ...(main ? originLines(main, options.verbose) : []),
      ...otherPlaceLines(finding, main, options.verbose),
      ...(reasons.length > 0 ? [`why: ${printable(reasons.join('; '))}`] : []),
      ...(options.verbose ? detailLines(finding) : []),
    ]),
  ]
  return [
    `${paint.severity(severity, severity.toUpperCase())}  ${printable(title)}${shown !== '' && beside ? `  ${paint.mark(shown)}` : ''}`,
    ...lines.map(line => INDENT + line),
  ]
}
