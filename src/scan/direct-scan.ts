import type { Seen } from '../findings/merge-findings.ts'
import type { Blob, Looked, NotScanned, ObjectId, Origin, Source, SourceHooks } from '../types.ts'
import type { Examined, Examiner } from './examine.ts'
import { fileSeen, fingerprintOf, seenAt } from './seen.ts'

export interface ScanParts {
  readonly source: Source
  readonly examiner: Examiner
  readonly isExcluded: (path: string) => boolean
  readonly isSensitiveName: SourceHooks['isSensitiveName']
  readonly notScanned: (entry: NotScanned) => void
  readonly progress: SourceHooks['progress']
}

export interface ScanResult {
  readonly seen: readonly Seen[]
  readonly looked: Looked
  readonly allowed: number
  /** How many blobs hold a secret; where not known, places are counted. */
  versionsOf(fingerprint: string): number | undefined
}

interface Kept {
  readonly blob: Omit<Blob, 'bytes'>
  readonly examined: Examined
}

const keyOf = (blob: Omit<Blob, 'bytes'>): string => blob.id ?? blob.path ?? ''

/** Fingerprints of all that the blobs hold which stood at these places before. */
async function heldBefore(parts: ScanParts, origins: readonly Origin[]): Promise<Map<ObjectId, Set<string>>> {
  const pathOf = new Map<ObjectId, string | undefined>()
  for (const origin of origins) for (const id of origin.before ?? []) pathOf.set(id, origin.path)
  const held = new Map<ObjectId, Set<string>>()
  if (pathOf.size === 0) return held
  await parts.source.read(
    new Set(pathOf.keys()),
    blob => held.set(blob.id!, new Set(parts.examiner.valuesIn(blob, pathOf.get(blob.id!)).map(fingerprintOf))),
    parts.notScanned,
  )
  return held
}

/** For sources that know the path of what they hand over: the index, files on disk, a pipe. */
export async function directScan(parts: ScanParts): Promise<ScanResult> {
  const kept: Kept[] = []
  let allowed = 0
  const looked = await parts.source.blobs({
    notScanned: parts.notScanned,
    progress: parts.progress,
    isSensitiveName: parts.isSensitiveName,
    look({ bytes, ...blob }) {
      if (blob.path !== undefined && parts.isExcluded(blob.path)) return
      const examined = parts.examiner.examine({ bytes }, blob.path)
      allowed += examined.allowed
      if (examined.sightings.length + examined.fileRules.length > 0) kept.push({ blob, examined })
    },
  })
  if (kept.length === 0) return { seen: [], looked, allowed, versionsOf: () => undefined }
  const origins = await parts.source.origins!(new Set(kept.map(({ blob }) => keyOf(blob))))
  const places = kept.flatMap(one =>
    (origins.get(keyOf(one.blob)) ?? [])
      .filter(origin => origin.path === one.blob.path)
      .map(origin => ({ ...one, origin })),
  )
  const before = await heldBefore(
    parts,
    places.map(({ origin }) => origin),
  )
  const isOld = (print: string, origin: Origin): boolean =>
    (origin.before ?? []).some(id => before.get(id)?.has(print) === true)
  const seen = places.flatMap(({ blob, examined, origin }) => [
    ...examined.sightings
      .filter(({ match }) => !isOld(fingerprintOf(match), origin))
      .map(sighting => seenAt(sighting, origin, blob.id, examined.values)),
    ...examined.fileRules
      .filter(() => (origin.before ?? []).length === 0)
      .map(rule => fileSeen(rule, origin.path!, origin, blob.id)),
  ])
  return { seen, looked, allowed, versionsOf: () => undefined }
}
