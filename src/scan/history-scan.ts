import type { KnownValue } from '../detect/known-values/known-value.ts'
import { exposure } from '../findings/exposure.ts'
import type { Seen } from '../findings/merge-findings.ts'
import type { Blob, HistoryHooks, HistoryThreadHooks, Looked, Match, ObjectId, Origin, Rule, Team } from '../types.ts'
import type { ScanParts, ScanResult } from './direct-scan.ts'
import { type HeldBefore, heldBefore } from './held-before.ts'
import { insideObject } from './inside-object.ts'
import { insideOf } from './inside-of.ts'
import { leaveOutHarmless, type NamedParts } from './leave-out-harmless.ts'
import type { SecondPass } from './second-pass.ts'
import { fileFingerprint, fileSeen, fingerprintOf, seenAt } from './seen.ts'
import { valuesOfTracked } from './values-of-tracked.ts'

type Origins = ReadonlyMap<ObjectId, readonly Origin[]>

export interface HistoryParts extends ScanParts, NamedParts {
  /** Where blobs come from, asked once, for those with something in them. */
  originsOf(ids: ReadonlySet<ObjectId>): Promise<Origins>
  /** For a source that looks at its objects itself, in this thread and others. */
  readonly threadHooks: HistoryThreadHooks & Pick<HistoryHooks, 'plan'>
  readonly team?: Team | undefined
  /** Names what is looked for; absent: what was found clean is neither asked nor remembered. */
  readonly cleanKey?: Uint8Array | undefined
  readonly note: (text: string) => void
  /** Looks for values of `.env` files, which are known only now; undefined where there are none. `findings`: so far. */
  seekValues(values: readonly KnownValue[], findings: number): Promise<SecondPass | undefined>
  /** List every version, not just the first and the one at a tip. */
  readonly allPlaces: boolean
}

/** Blob → secrets in it. */
type Fingerprints = Map<ObjectId, Set<string>>

function unite(prints: Fingerprints, more: ReadonlyMap<ObjectId, ReadonlySet<string>>): void {
  for (const [id, some] of more) prints.set(id, new Set([...(prints.get(id) ?? []), ...some]))
}

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

/** Undated places, in the index, are the youngest. */
const time = ({ origin }: Standing): number =>
  origin.date === undefined ? Number.POSITIVE_INFINITY : Date.parse(origin.date)

const order = <T>(a: T, b: T): number => (a < b ? -1 : Number(a > b))

/**
 * Most exposed first, then oldest: what a rebase or an amended commit has left behind tells less than what everybody has. Rebased commits keep their dates: of
 * such the ids decide, so that the same one is told whatever order they came in.
 */
function compare(a: Standing, b: Standing): number {
  const byExposure = exposure(b.origin.state) - exposure(a.origin.state)
  return (
    byExposure || order(time(a), time(b)) || order(a.origin.commit ?? '', b.origin.commit ?? '') || order(a.id, b.id)
  )
}

/** Of all versions that hold a secret at one path: the one that brought it in, and those that still stand at the tip of a ref. */
function telling(versions: readonly Standing[]): readonly Standing[] {
  const [first, ...others] = versions.toSorted(compare)
  const standing = ({ origin }: Standing): boolean =>
    origin.inHead === true || origin.atTip === true || origin.state === 'index'
  return [...(first ? [first] : []), ...others.filter(standing)]
}

/** Where the blobs stand that hold secrets, less what is left out. */
function* standings(
  prints: Fingerprints,
  origins: Origins,
  isExcluded: HistoryParts['isExcluded'],
): Generator<Standing & { readonly held: ReadonlySet<string> }> {
  for (const [id, held] of prints) {
    for (const origin of origins.get(id) ?? []) {
      if (origin.path === undefined || !isExcluded(origin.path)) yield { id, origin, held }
    }
  }
}

/** Secret → path → the versions that hold it there. */
type Versions = Map<string, Map<string, Standing[]>>

function versionsByPath(all: Iterable<Standing & { readonly held: ReadonlySet<string> }>, isOld: HeldBefore): Versions {
  const versions: Versions = new Map()
  for (const { id, origin, held } of all) {
    for (const print of held) {
      if (isOld(print, origin)) continue
      const paths = versions.get(print) ?? new Map<string, Standing[]>()
      versions.set(print, paths)
      const key = origin.path ?? origin.in ?? ''
      const known = paths.get(key)
      if (known) known.push({ id, origin })
      else paths.set(key, [{ id, origin }])
    }
  }
  return versions
}

/** Files that are findings by their name, with every version of them. */
type FileStandings = Map<string, { readonly rule: Rule; readonly path: string; readonly versions: Standing[] }>

/** What the scan learns as it goes. */
interface Learned {
  readonly found: Fingerprints
  /** Let through by a comment. */
  readonly allowed: Fingerprints
  /** Of `.env` files: what must not stand elsewhere. */
  readonly values: KnownValue[]
}

/** Blobs whose path decides what they hold, a `.env` or a key file, are read again now that it is known. */
async function readNamed(
  parts: HistoryParts,
  origins: Origins,
  named: Looked['named'],
  { found, allowed, values }: Learned,
): Promise<FileStandings> {
  const files: FileStandings = new Map()
  const look = (blob: Blob, origin: Origin): void => {
    const { path } = origin
    if (path === undefined || parts.isExcluded(path)) return
    const examined = parts.examiner.examine(blob, path)
    add(
      found,
      blob.id!,
      examined.sightings.map(({ match }) => match),
    )
    add(allowed, blob.id!, examined.allowed)
    values.push(...valuesOfTracked(path, blob.bytes, examined.sightings))
    if ((origin.before ?? []).length > 0) return
    for (const rule of examined.fileRules) {
      const key = `${rule.id}\0${path}`
      const file = files.get(key) ?? { rule, path, versions: [] }
      files.set(key, file)
      file.versions.push({ id: blob.id!, origin })
    }
  }
  const lookAtAll = (blob: Blob): void => {
    for (const origin of origins.get(blob.id!) ?? []) look(blob, origin)
  }
  if (named.size > 0) await parts.source.read(new Set(named.keys()), lookAtAll, parts.notScanned)
  return files
}

/** Reads the chosen versions once more, in full, and says what stands where in them. */
async function readTelling(parts: HistoryParts, versions: Versions): Promise<readonly Seen[]> {
  const wanted = new Map<ObjectId, Map<Origin, Set<string>>>()
  for (const [print, paths] of versions) {
    for (const all of paths.values()) {
      for (const { id, origin } of parts.allPlaces ? all : telling(all)) {
        const ofBlob = wanted.get(id) ?? new Map<Origin, Set<string>>()
        wanted.set(id, ofBlob)
        ofBlob.set(origin, (ofBlob.get(origin) ?? new Set()).add(print))
      }
    }
  }
  const seen: Seen[] = []
  const look = (blob: Blob): void => {
    for (const [origin, prints] of wanted.get(blob.id!) ?? []) {
      const examined = parts.examiner.examine(blob, origin.path)
      for (const sighting of examined.sightings) {
        if (!prints.has(fingerprintOf(sighting.match))) continue
        const [inside, standing] = insideObject(blob, sighting, origin)
        seen.push(seenAt(inside, standing, blob.id, examined.values))
      }
    }
  }
  if (wanted.size > 0) await parts.source.read(new Set(wanted.keys()), look, parts.notScanned)
  return seen
}

/**
 * For sources that hand blobs over without all their paths: a first pass keeps only the names of what each blob may hold, attribution is asked
 * once for those blobs, and the few versions worth telling are read again in full.
 */
export async function historyScan(parts: HistoryParts): Promise<ScanResult> {
  const { source, examiner, isExcluded } = parts
  const learned: Learned = { found: new Map(), allowed: new Map(), values: [] }
  const secrets = new Set<string>()
  /** Objects and names with something in them, if only something that could not be read. */
  const unclean = new Set<ObjectId>()
  await examiner.loadDecoder()
  const looked = await source.blobs({
    history: {
      ...parts.threadHooks,
      ...(parts.team && { team: parts.team }),
      ...(parts.cleanKey && { cleanKey: parts.cleanKey }),
      note: parts.note,
      isClean: id => !unclean.has(id),
      held(id, found, allowed) {
        if (found.length > 0) learned.found.set(id, new Set(found))
        if (allowed.length > 0) learned.allowed.set(id, new Set(allowed))
        for (const print of found) secrets.add(print)
      },
      unread: (object, entry) => parts.notScanned(insideOf(object, entry)),
    },
    notScanned: parts.notScanned,
    progress: progress => parts.progress({ findings: secrets.size, ...progress }),
    isSensitiveName: parts.isSensitiveName,
    isSensitiveFolder: parts.isSensitiveFolder,
    look(blob) {
      const { found, allowed, unread } = examiner.candidatesIn(blob)
      if (found.length + allowed.length + unread.length > 0) unclean.add(blob.id!)
      for (const entry of unread) parts.notScanned(insideOf(blob, entry))
      add(learned.found, blob.id!, found)
      add(learned.allowed, blob.id!, allowed)
      for (const match of found) secrets.add(fingerprintOf(match))
    },
  })
  const named = await leaveOutHarmless(parts, looked, learned.found.size + learned.allowed.size > 0)
  const lookUp = (ids: Iterable<ObjectId>): Promise<Origins> => {
    parts.progress({ phase: 'looking up commits', done: 0, total: 0, bytes: looked.bytes, findings: secrets.size })
    return parts.originsOf(new Set(ids))
  }
  const wanted = [...learned.found.keys(), ...learned.allowed.keys(), ...named.keys()]
  const origins = new Map(wanted.length === 0 ? [] : await lookUp(wanted))
  const files = await readNamed(parts, origins, named, learned)
  const second = await parts.seekValues(learned.values, secrets.size)
  if (second) {
    const fresh = [...second.found.keys(), ...second.allowed.keys()].filter(id => !origins.has(id))
    if (fresh.length > 0) for (const [id, where] of await lookUp(fresh)) origins.set(id, where)
    unite(learned.found, second.found)
    unite(learned.allowed, second.allowed)
  }
  if (origins.size === 0) return { seen: [], looked, allowed: new Set(), versionsOf: () => undefined }
  const known = { ...parts, examiner: second?.examiner ?? examiner }
  const isOld = await heldBefore(known, [...origins.values()].flat())
  const versions = versionsByPath(standings(learned.found, origins, isExcluded), isOld)
  const seen = await readTelling(known, versions)
  const allowed = new Set([...standings(learned.allowed, origins, isExcluded)].flatMap(({ held }) => [...held]))
  const fileSightings = [...files.values()].flatMap(file =>
    (parts.allPlaces ? file.versions : telling(file.versions)).map(({ id, origin }) =>
      fileSeen(file.rule, file.path, origin, id),
    ),
  )
  const counts = new Map<string, number>()
  for (const [print, paths] of versions) counts.set(print, new Set([...paths.values()].flat().map(({ id }) => id)).size)
  for (const file of files.values()) {
    counts.set(fileFingerprint(file.rule, file.path), new Set(file.versions.map(({ id }) => id)).size)
  }
  return { seen: [...seen, ...fileSightings], looked, allowed, versionsOf: print => counts.get(print) }
}
