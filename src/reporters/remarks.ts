import { printable } from '../findings/printable.ts'
import type { NotScanned, Report } from '../types.ts'
import { counted } from './counted.ts'
import type { ReporterOptions } from './reporter.ts'

/** Of what was not scanned so much is listed; more hides the rest of the report. */
const MAX_NOT_SCANNED = 10

function notScannedLines(entries: readonly NotScanned[], verbose: boolean): readonly string[] {
  if (entries.length === 0) return []
  const listed = verbose ? entries : entries.slice(0, MAX_NOT_SCANNED)
  const hidden = entries.length - listed.length
  return [
    `Not scanned: ${entries.length}`,
    ...listed.map(({ what, why }) => `  ${printable(what)}: ${printable(why)}`),
    ...(hidden > 0 ? [`  and ${hidden} more (--verbose lists them)`] : []),
  ]
}

function submoduleLines(submodules: readonly string[], verbose: boolean): readonly string[] {
  if (submodules.length === 0) return []
  const listed = verbose ? submodules : submodules.slice(0, MAX_NOT_SCANNED)
  const hidden = submodules.length - listed.length
  const more = hidden > 0 ? `, and ${hidden} more (--verbose lists them)` : ''
  return [`Not entered, being repositories of their own (keyscan -C PATH): ${listed.map(printable).join(', ')}${more}`]
}

/** What a report does not list, and what it could not look at: said always, unless it is nothing. */
export function remarks(
  { scan, notScanned }: Report,
  { verbose }: Pick<ReporterOptions, 'verbose'>,
): readonly string[] {
  const { belowConfidence, allowed } = scan.counts
  return [
    ...notScannedLines(notScanned, verbose),
    ...submoduleLines(scan.submodules ?? [], verbose),
    ...(belowConfidence > 0
      ? [`Below the confidence asked for: ${belowConfidence} (--min-confidence low lists them)`]
      : []),
    ...(allowed > 0 ? [`Let through by comments: ${counted(allowed, 'finding')}`] : []),
  ]
}
