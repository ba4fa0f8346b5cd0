import type { IdSet } from './id-set.ts'

/** A pack in which every object was looked at. */
export interface CleanPack {
  /** The pack's own checksum, as it stands at its end and in its index: another content is another checksum. */
  readonly checksum: Uint8Array
  readonly objects: number
  /** Those of its objects that are not clean and are looked at again by every scan. */
  readonly left: IdSet
}

/** What was looked at and has nothing in it: whole packs, and single objects (loose ones, mostly). */
export interface CleanObjects {
  /** Length of an id: 20 (SHA-1) or 32 (SHA-256). */
  readonly idBytes: number
  readonly packs: readonly CleanPack[]
  readonly ids: IdSet
}
