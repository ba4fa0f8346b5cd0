import type { Seen } from '../findings/merge-findings.ts'
import type { Blob, Looked, Match, NotScanned, Origin, Progress, SensitiveNames, Source } from '../types.ts'
import type { Examined, Examiner } from './examine.ts'
import { insideOf } from './inside-of.ts'
import { isIgnoreList } from './shipped/is-ignore-list.ts'
import { isManifest } from './shipped/is-manifest.ts'
import type { Manifest } from './shipped/shipped-seen.ts'
import type { ShippedBy } from './shipped/shipping.ts'

export interface ScanParts extends SensitiveNames {
  readonly source: Source
  readonly examiner: Examiner
  readonly isExcluded: (path: string) => boolean
  readonly notScanned: (entry: NotScanned) => void
  readonly progress: (progress: Progress) => void
  /** Where there are `.env` files: which of them a Dockerfile or manifest takes along. */
  readonly shippedBy?: ShippedBy
}

export interface ScanResult {
  readonly seen: readonly Seen[]
  readonly looked: Looked
  /** Fingerprints of secrets that a comment lets through somewhere. */
  readonly allowed: ReadonlySet<string>
  /** How many blobs hold a secret; where not known, places are counted. */
  versionsOf(fingerprint: string): number | undefined
}

interface Kept {
  readonly blob: Omit<Blob, 'bytes'>
  readonly examined: Examined
}

/** Not of each blob: to ask for the id of a name is to make it, which takes Node's cryptography. */
function withoutBytes({ bytes: _, within: __, ...rest }: Blob): Omit<Blob, 'bytes' | 'within'> {
  return rest
}

const keyOf = (blob: Omit<Blob, 'bytes'>): string => blob.id ?? blob.path ?? ''

async function shippedIn(
  { shippedBy, ...parts }: ScanParts,
  manifests: readonly Omit<Manifest, 'origin'>[],
  origins: ReadonlyMap<string, readonly Origin[]>,
  gone: Looked['gone'] = [],
): Promise<readonly Seen[]> {
  const { shippedSeen } = await import('./shipped/shipped-seen.ts')
  const standing = manifests.flatMap(one =>
    (origins.get(keyOf(one.blob)) ?? [])
      .filter(({ path }) => path === one.blob.path)
      .map(origin => ({ ...one, origin })),
  )
  const takenAway = gone.map(({ path, id }) => ({
    blob: { kind: 'blob', path } as const,
    text: undefined,
    origin: { path, state: 'index', before: [id] } as const,
  }))
  return shippedSeen([...standing, ...takenAway], shippedBy!, parts)
}

/** For sources that know the path of what they hand over: the index, files on disk, a pipe. */
export async function directScan(parts: ScanParts): Promise<ScanResult> {
  const kept: Kept[] = []
  const allowed: Match[] = []
  const encoded: Blob[] = []
  const manifests: Omit<Manifest, 'origin'>[] = []
  let found = 0
  const look = (blob: Blob): void => {
    const { kind, path, bytes, within } = blob
    // Of a name itself the path is where it stands, not what it is to be judged by.
    const examined = parts.examiner.examine(blob, kind === 'name' ? undefined : (within ?? path))
    if (examined.isEncoded) {
      encoded.push({ ...blob, bytes: Uint8Array.from(bytes) })
      return
    }
    if (parts.shippedBy && path !== undefined && kind !== 'name' && (isManifest(path) || isIgnoreList(path))) {
      manifests.push({ blob: withoutBytes(blob), text: Buffer.from(bytes).toString('utf8') })
    }
    for (const entry of examined.unread) parts.notScanned(insideOf(blob, entry))
    allowed.push(...examined.allowed)
    const count = examined.sightings.length + examined.fileRules.length
    if (count === 0) return
    kept.push({ blob: withoutBytes(blob), examined })
    found += count
  }
  if (parts.source.mode !== 'staged') await parts.examiner.loadDecoder()
  const looked = await parts.source.blobs({
    notScanned: parts.notScanned,
    progress: progress => parts.progress({ ...progress, findings: found }),
    isSensitiveName: parts.isSensitiveName,
    isSensitiveFolder: parts.isSensitiveFolder,
    look(blob) {
      if (blob.path !== undefined && parts.isExcluded(blob.path)) return
      look(blob)
    },
  })
  // Of a commit hook that finds something, or something encoded; all others have the decoder from the start.
  if (encoded.length + kept.length > 0) await parts.examiner.loadDecoder()
  encoded.forEach(look)
  const gone = parts.shippedBy ? (looked.gone ?? []).filter(({ path }) => isIgnoreList(path)) : []
  if (kept.length + allowed.length + manifests.length + gone.length === 0)
    return { seen: [], looked, allowed: new Set(), versionsOf: () => undefined }
  // Loaded once there is something to say: a clean commit needs none of it.
  const [{ fileSeen, fingerprintOf, seenAt }, { heldBefore }] = await Promise.all([
    import('./seen.ts'),
    import('./held-before.ts'),
  ])
  const origins = await parts.source.origins!(new Set([...kept, ...manifests].map(({ blob }) => keyOf(blob))))
  const places = kept.flatMap(one =>
    (origins.get(keyOf(one.blob)) ?? [])
      .filter(origin => origin.path === one.blob.path)
      .map(origin => ({ ...one, origin })),
  )
  const shipped = manifests.length + gone.length === 0 ? [] : await shippedIn(parts, manifests, origins, gone)
  const isOld = await heldBefore(
    parts,
    places.map(({ origin }) => origin),
  )
  const seen = places.flatMap(({ blob, examined, origin }) => [
    ...examined.sightings
      .filter(({ match }) => !isOld(fingerprintOf(match), origin))
      .map(sighting => seenAt(sighting, origin, blob.id, examined.values)),
    ...examined.fileRules
      .filter(() => (origin.before ?? []).length === 0)
      .map(rule => fileSeen(rule, origin.path!, origin, blob.id)),
  ])
  return {
    seen: [...seen, ...shipped],
    looked,
    allowed: new Set(allowed.map(fingerprintOf)),
    versionsOf: () => undefined,
  }
}
