import type { ObjectId } from '../../types.ts'
import { collectGarbage } from '../collect-garbage.ts'
import { idAt } from '../id-at.ts'
import { looseNames } from '../loose-names.ts'
import { packFiles } from '../pack-files.ts'
import { type BuiltForest, buildForest } from './delta-forest.ts'
import { entriesOfRows } from './entries-of-rows.ts'
import { fillAhead } from './fill-ahead.ts'
import { createIdTable, type IdTable, rowOf } from './id-table.ts'
import { keptPacks } from './kept-packs.ts'
import { type BrokenPack, type OpenPack, openPackSet } from './pack-set.ts'
import { rowAmong } from './row-among.ts'

/** To look for what can be given back takes 26 ms (curl/curl); where packs are as large as this a scan takes some hundred times as long. */
const WORTH_COLLECTING = 128 * 1024 * 1024

/** Objects as they lie in the folders of a repository, opened without git. */
export interface DirectObjects {
  readonly built: BuiltForest
  /** In the order of the forest's entries. */
  readonly packs: readonly { readonly checksum: Uint8Array; readonly objects: number }[]
  /** Those in no pack. */
  readonly loose: IdTable
  /** What is larger is not looked at. */
  readonly maxObjectBytes: number
  /** There is more that only git can tell: packs that it may be able to open, halves of packs. */
  readonly onlyGit: boolean
  /** Packs that nobody can open. */
  readonly broken: readonly BrokenPack[]
  /** Packs of a remote that promises to give what is missing. */
  readonly promised: boolean
  /** A repack, gc or fetch has come in between: what was loose may be in a pack now. */
  readonly changed: () => boolean
  readonly idOf: (entry: number) => ObjectId
  /** Is the object whose id stands here in a pack, or loose? */
  readonly holdsAt: (bytes: Uint8Array, at: number) => boolean
  /** What is made from itself: git would go round and round. Whoever opens these objects says so. */
  readonly circular: () => ReadonlySet<ObjectId>
  /** Packs need no longer be kept in memory: nobody goes to and fro in them any more. */
  readonly letPacksGo: () => void
  /** Somebody is about to do so once more. */
  readonly keepPacks: () => void
  readonly close: () => Promise<void>
}

export interface OpeningOptions {
  /** Checksums of packs that come before others, in this order. */
  readonly first?: readonly Uint8Array[]
  /** All of the packs will be read: it is begun at once. */
  readonly readsAll?: boolean
}

/**
 * What several packs hold is looked at once, in the first of them. What goes in a circle in any of them counts as such: nobody knows which copy git
 * would take, and from the wrong one it does not come back.
 */
function markCopies({ forest, circular }: BuiltForest): void {
  const { tables, starts, rows, ids, idBytes, wanted } = forest
  for (let pack = 1; pack < tables.length; pack++) {
    for (let entry = starts[pack]!; entry < starts[pack + 1]!; entry++) {
      if (rowAmong(forest, ids, rows[entry]! * idBytes) < starts[pack]!) wanted[entry] = 0
    }
  }
  if (circular.length === 0) return
  const entries = entriesOfRows(forest)
  for (const entry of circular.toReversed()) {
    for (const [pack, table] of tables.entries()) {
      const row = rowOf(table, ids, rows[entry]! * idBytes)
      if (row !== -1) wanted[entries[starts[pack]! + row]!] = 0
    }
    wanted[entry] = 1
  }
}

/** Ids of the files `ab/cdef…` that no pack holds, sorted. */
function looseTable(objectDirs: readonly string[], { forest }: BuiltForest): IdTable {
  const { idBytes } = forest
  const ids = [...looseNames(objectDirs, idBytes)].filter(id => rowAmong(forest, Buffer.from(id, 'hex'), 0) === -1)
  const flat = new Uint8Array(new SharedArrayBuffer(ids.length * idBytes))
  ids.sort().forEach((id, i) => {
    flat.set(Buffer.from(id, 'hex'), i * idBytes)
  })
  return createIdTable(flat, idBytes)
}

/** What lies in these folders. */
export async function openDirectObjects(
  objectDirs: readonly string[],
  idBytes: number,
  maxObjectBytes: number,
  { first = [], readsAll = false }: OpeningOptions = {},
): Promise<DirectObjects> {
  const { indexes, halves, promised, fingerprint } = packFiles(objectDirs)
  // By itself: what is returned here holds on to `close`, and not to the indexes.
  const { packs, unknown, broken, close } = openPackSet(indexes, idBytes)
  const rank = new Map(first.map((checksum, i) => [Buffer.from(checksum).toString('hex'), i]))
  const rankOf = ({ index }: OpenPack): number =>
    rank.get(Buffer.from(index.packChecksum).toString('hex')) ?? first.length
  // What is looked up is found in the largest, mostly: where there are many packs, one is asked, not all.
  const ordered = packs.toSorted((a, b) => rankOf(a) - rankOf(b) || b.index.count - a.index.count)
  const ends = ordered.map(({ end }) => end)
  const kept = keptPacks(ends)
  const ahead = fillAhead(
    readsAll ? kept : [],
    ordered.map(({ descriptor }) => descriptor),
  )
  const closeAll = async (): Promise<void> => {
    await ahead.stop()
    close()
  }
  try {
    const built = await buildForest(ordered, idBytes, kept)
    markCopies(built)
    const { rows, ids } = built.forest
    const idOf = (entry: number): ObjectId => idAt(ids, rows[entry]! * idBytes, idBytes)
    const loose = looseTable(objectDirs, built)
    return {
      built,
      packs: ordered.map(({ index }) => ({ checksum: index.packChecksum, objects: index.count })),
      loose,
      maxObjectBytes,
      onlyGit: halves.length + unknown.length > 0,
      broken,
      promised,
      changed: () => packFiles(objectDirs).fingerprint !== fingerprint,
      idOf,
      holdsAt: (bytes, at) => rowAmong(built.forest, bytes, at) !== -1 || rowOf(loose, bytes, at) !== -1,
      circular: () => new Set(built.circular.map(idOf)),
      letPacksGo() {
        void ahead.stop()
        const keptBytes = kept.reduce((sum, pack) => sum + (pack?.bytes.length ?? 0), 0)
        kept.fill(undefined)
        if (keptBytes >= WORTH_COLLECTING) collectGarbage()
      },
      keepPacks: () => kept.splice(0, ends.length, ...keptPacks(ends)),
      close: closeAll,
    }
  } catch (cause) {
    await closeAll()
    throw cause
  }
}
