import type { NotScanned, ObjectId } from '../types.ts'
import type { GenealogyRecord } from './pack/genealogy-record.ts'
import type { DirectObjects, OpeningOptions } from './pack/open-direct-objects.ts'

export type ObjectType = 'blob' | 'tree' | 'commit' | 'tag'

export interface GitObject {
  readonly id: ObjectId
  readonly type: ObjectType
  /** Only valid during the call it is handed to: the memory is used again for the next object. */
  readonly bytes: Uint8Array
}

export interface ReadAllOptions {
  /** Only objects of these kinds; others are not even opened where their kind can be told without. */
  readonly kinds?: ReadonlySet<ObjectType>
  /** Less these. */
  readonly isKnown?: (id: ObjectId) => boolean
}

export interface RecordedGenealogy {
  readonly records: readonly GenealogyRecord[]
  /** Commits and trees in packs that are in none of these. */
  readonly failed: readonly ObjectId[]
}

/** Every object of a repository, wherever git keeps it. What cannot be read goes to `onProblem`; reading goes on. */
export interface ObjectStore {
  /** Each object once, in no particular order: reachable or not, all packs, loose ones, alternates. */
  readAll(
    visit: (object: GitObject) => void,
    onProblem: (problem: NotScanned) => void,
    options?: ReadAllOptions,
  ): Promise<void>
  /**
   * The same objects, opened without git, for whoever reads them as they lie; undefined where only git can. Closed with the store. Options count when
   * they are opened, by the first who asks.
   */
  openDirect(options?: OpeningOptions): Promise<DirectObjects | undefined>
  /** About how many objects lie in packs. */
  packed(): number
  /** Those of `ids` that are there, each once, in no particular order. */
  read(
    ids: Iterable<ObjectId>,
    visit: (object: GitObject) => void,
    onProblem: (problem: NotScanned) => void,
  ): Promise<void>
  /** A single small object, at once; its bytes are only valid until the next is asked for. undefined: not there, or git alone can tell. */
  readNow(id: ObjectId): GitObject | undefined
  /** Of all objects those that are made from themselves: no git comes back from them. Costs something to know the first time. */
  endless(): Promise<ReadonlySet<ObjectId>>
  /** What a reader of all that lies in packs has noted, for whoever asks later where things come from. */
  recorded?: RecordedGenealogy
  /** Ends what still runs: reading under way is rejected. */
  close(): Promise<void>
}
