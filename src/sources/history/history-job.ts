import type { DeltaForest } from '../../objects/pack/delta-forest.ts'
import type { ForestTasks } from '../../objects/pack/forest-tasks.ts'
import type { GenealogyRecord } from '../../objects/pack/genealogy-record.ts'
import type { IdTable } from '../../objects/pack/id-table.ts'
import type { NotScanned, SearchPlan } from '../../types.ts'
import type { Seen } from './seen.ts'

/** All that a thread has to know to do its share of a history. Plain data; what is large lies on memory that threads share. */
export interface HistoryJob {
  readonly forest: DeltaForest
  readonly plan: SearchPlan
  readonly tasks: ForestTasks
  /** Ids of objects that are in no pack. */
  readonly loose: IdTable
  /** What is larger is not looked at. */
  readonly maxObjectBytes: number
  /** Parents of commits are missing, as they should be. */
  readonly shallow: boolean
  /** Every tree is come by: what they say of one another is worth noting. */
  readonly recorded: boolean
  /** Three numbers: objects dealt with so far, KiB of them, and secrets in them. */
  readonly done: Int32Array
  /** Which fingerprints some thread has met: print-bits.ts. */
  readonly met: Int32Array
}

/** What one object may hold. */
export interface HeldPrints {
  readonly entry: number
  readonly found: readonly string[]
  readonly allowed: readonly string[]
}

/** What met a bound within an archive. */
export interface UnreadInside extends NotScanned {
  readonly entry: number
}

/** What a thread has learned in the end. Plain data. */
export interface ThreadFindings {
  readonly held: readonly HeldPrints[]
  /** Entries that are to be read in another way. */
  readonly failed: readonly number[]
  readonly unread: readonly UnreadInside[]
  /** Git LFS pointers. */
  readonly pointers: readonly number[]
  readonly damagedTrees: readonly number[]
  readonly seen: Seen
  /** Entries that are not clean, or tell something first: what a later scan looks at again. */
  readonly left: readonly number[]
  /** As much of `seen` is theirs. */
  readonly leftSeen: Seen
  /** Names of files with something in them, as bytes. */
  readonly tellingNames: readonly Uint8Array[]
  /** Ids, in hex, of what stands under a sensitive name, and the name: with a space between. */
  readonly named: readonly string[]
  /** Names of sensitive folders. */
  readonly folders: readonly string[]
  /** Names of submodules. */
  readonly submodules: readonly string[]
  /** Ids, in hex, of objects that others speak of and that are not there. */
  readonly missing: readonly string[]
  readonly record?: GenealogyRecord
}
