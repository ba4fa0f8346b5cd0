import type { Seen } from '../findings/merge-findings.ts'
import type { Blob, Match, ObjectId, Origin, Rule } from '../types.ts'
import type { ScanParts, ScanResult } from './direct-scan.ts'
import { insideObject } from './inside-object.ts'
import { fileSeen, fingerprintOf, seenAt } from './seen.ts'

export interface HistoryParts extends ScanParts {
  /** Where blobs come from, asked once, for those with something in them. */
  originsOf(ids: ReadonlySet<ObjectId>): Promise<ReadonlyMap<ObjectId, readonly Origin[]>>
  /** List every version, not just the first and the one at a tip. */
  readonly allPlaces: boolean
}

type Fingerprints = Map<ObjectId, Set<string>>

interface Standing {
  readonly id: ObjectId
  readonly origin: Origin
}

function add(prints: Fingerprints, id: ObjectId, matches: readonly Match[]): void {
  if (matches.length === 0) return
  const known = prints.get(id)
  if (known) for (const match of matches) known.add(fingerprintOf(match))
  else prints.set(id, new Set(matches.map(fingerprintOf)))
}

/** Of all versions that hold a secret at one path: the one that brought it in, and those that stand at HEAD or the tip of a ref. */
function telling(versions: readonly Standing[]): readonly Standing[] {
  const first = versions.reduce((a, b) => (Date.parse(b.origin.date ?? '') < Date.parse(a.origin.date ?? '') ? b : a))
  const atTip = versions.filter(one => one !== first && (one.origin.inHead || one.origin.state === 'index'))
  return [first, ...atTip]
}

/** Secret → the places worth telling, out of every (blob, origin) that holds it. */
function tellingPlaces(
  prints: Fingerprints,
  origins: ReadonlyMap<ObjectId, readonly Origin[]>,
  parts: HistoryParts,
  before: Fingerprints,
): Map<string, Standing[]> {
  const byPath = new Map<string, Map<string, Standing[]>>()
  for (const [id, held] of prints) {
    for (const origin of origins.get(id) ?? []) {
      if (origin.path !== undefined && parts.isExcluded(origin.path)) continue
      for (const print of held) {
        if ((origin.before ?? []).some(old => before.get(old)?.has(print))) continue
        const paths = byPath.get(print) ?? new Map<string, Standing[]>()
        byPath.set(print, paths)
        const key = origin.path ?? origin.in ?? ''
        const versions = paths.get(key)
        if (versions) versions.push({ id, origin })
        else paths.set(key, [{ id, origin }])
      }
    }
  }
  const chosen = new Map<string, Standing[]>()
  for (const [print, paths] of byPath) {
    chosen.set(
      print,
      [...paths.values()].flatMap(versions => (parts.allPlaces ? versions : telling(versions))),
    )
  }
  return chosen
}

/** Files that are findings by their name, with every version of them. */
type FileStandings = Map<string, { readonly rule: Rule; readonly path: string; readonly versions: Standing[] }>

/** Blobs whose path decides what they hold (a `.env`, a key file) are read again now that it is known. */
async function readNamed(
  parts: HistoryParts,
  named: ReadonlySet<ObjectId>,
  origins: ReadonlyMap<ObjectId, readonly Origin[]>,
  prints: Fingerprints,
): Promise<FileStandings> {
  const files: FileStandings = new Map()
  const look = (blob: Blob, origin: Origin): void => {
    const { path } = origin
    if (path === undefined || parts.isExcluded(path)) return
    const { sightings, fileRules } = parts.examiner.examine(blob, path)
    const matches = sightings.map(({ match }) => match)
    add(prints, blob.id!, matches)
    if ((origin.before ?? []).length > 0) return
    for (const rule of fileRules) {
      const key = `${rule.id}\0${path}`
      const file = files.get(key) ?? { rule, path, versions: [] }
      files.set(key, file)
      file.versions.push({ id: blob.id!, origin })
    }
  }
  const lookAtAll = (blob: Blob): void => {
    for (const origin of origins.get(blob.id!) ?? []) look(blob, origin)
  }
  if (named.size > 0) await parts.source.read(named, lookAtAll, parts.notScanned)
  return files
}

async function readBefore(
  parts: HistoryParts,
  origins: ReadonlyMap<ObjectId, readonly Origin[]>,
): Promise<Fingerprints> {
  const held: Fingerprints = new Map()
  const pathOf = new Map<ObjectId, string | undefined>()
  for (const { before, path } of [...origins.values()].flat()) for (const id of before ?? []) pathOf.set(id, path)
  if (pathOf.size === 0) return held
  await parts.source.read(
    new Set(pathOf.keys()),
    blob => add(held, blob.id!, parts.examiner.valuesIn(blob, pathOf.get(blob.id!))),
    parts.notScanned,
  )
  return held
}

/** Reads the chosen versions once more, in full, and says what stands where in them. */
async function readTelling(
  parts: HistoryParts,
  chosen: ReadonlyMap<string, readonly Standing[]>,
): Promise<{ seen: readonly Seen[]; allowed: number }> {
  const wanted = new Map<ObjectId, Map<Origin, Set<string>>>()
  for (const [print, standings] of chosen) {
    for (const { id, origin } of standings) {
      const ofBlob = wanted.get(id) ?? new Map<Origin, Set<string>>()
      wanted.set(id, ofBlob)
      ofBlob.set(origin, (ofBlob.get(origin) ?? new Set()).add(print))
    }
  }
  const seen: Seen[] = []
  let allowed = 0
  const look = (blob: Blob): void => {
    for (const [origin, prints] of wanted.get(blob.id!) ?? []) {
      const examined = parts.examiner.examine(blob, origin.path)
      allowed += examined.allowed
      for (const sighting of examined.sightings) {
        if (!prints.has(fingerprintOf(sighting.match))) continue
        const [inside, standing] = insideObject(blob, sighting, origin)
        seen.push(seenAt(inside, standing, blob.id, examined.values))
      }
    }
  }
  if (wanted.size > 0) await parts.source.read(new Set(wanted.keys()), look, parts.notScanned)
  return { seen, allowed }
}

/**
 * For sources that hand blobs over without their paths: a first pass keeps only the names of what each blob may hold, attribution is asked once
 * for those blobs, and the few versions worth telling are read again in full.
 */
export async function historyScan(parts: HistoryParts): Promise<ScanResult> {
  const prints: Fingerprints = new Map()
  const looked = await parts.source.blobs({
    notScanned: parts.notScanned,
    progress: parts.progress,
    isSensitiveName: parts.isSensitiveName,
    look: blob => add(prints, blob.id!, parts.examiner.candidatesIn(blob)),
  })
  const wanted = new Set([...prints.keys(), ...looked.named])
  if (wanted.size === 0) return { seen: [], looked, allowed: 0, versionsOf: () => undefined }
  const origins = await parts.originsOf(wanted)
  const files = await readNamed(parts, looked.named, origins, prints)
  const before = await readBefore(parts, origins)
  const { seen, allowed } = await readTelling(parts, tellingPlaces(prints, origins, parts, before))
  const fileSightings = [...files.values()].flatMap(({ rule, path, versions }) =>
    telling(versions).map(({ id, origin }) => fileSeen(rule, path, origin, id)),
  )
  const versions = new Map<string, number>()
  for (const held of prints.values()) for (const print of held) versions.set(print, (versions.get(print) ?? 0) + 1)
  return { seen: [...seen, ...fileSightings], looked, allowed, versionsOf: print => versions.get(print) }
}
