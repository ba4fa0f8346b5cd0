import type { IdSet } from './id-set.ts'

/** A pack in which every object was looked at. */
interface CleanPack {
  /** The pack's own checksum, as it stands at its end and in its index: another content is another checksum. */
  readonly checksum: Uint8Array
  readonly objects: number
}

/** What reports count. */
interface CleanTotals {
  readonly blobs: number
  readonly bytes: number
  readonly commits: number
}

/** A repository as it was when everything in it had been looked at. Clean are the objects of its packs and `loose`, less those in `left`. */
export interface CleanObjects {
  /** Length of an id: 20 (SHA-1) or 32 (SHA-256). */
  readonly idBytes: number
  /** In the order in which they were looked at. */
  readonly packs: readonly CleanPack[]
  /** Objects in no pack that are clean. */
  readonly loose: IdSet
  /** Not clean, wherever they lie: looked at again by every scan. */
  readonly left: IdSet
  /** What others spoke of and was not there. */
  readonly missing: IdSet
  /** Of all that is clean, each object once. */
  readonly totals: CleanTotals
}
