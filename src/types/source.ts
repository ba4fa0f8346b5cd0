import type { Blob, NotScanned, ObjectId } from './blob.ts'
import type { Place, State } from './finding.ts'
import type { HistoryHooks } from './history.ts'
import type { Mode, Progress } from './report.ts'
import type { SensitiveNames } from './sensitive-names.ts'

/** How a blob came to stand where it stands. One blob has one for each path (first version and tip), commit message, tag … */
export interface Origin
  extends Pick<Place, 'path' | 'in' | 'commit' | 'author' | 'email' | 'date' | 'refs' | 'refCount' | 'inHead'> {
  /** It still stands at this path in HEAD or at the tip of a branch. */
  readonly atTip?: boolean
  readonly state: State
  /** Blobs that stood at this place before (old version, all parents of a merge): what they hold is no new leak. */
  readonly before?: readonly ObjectId[]
}

/** What a source calls while it works. */
export interface SourceHooks extends SensitiveNames {
  /** In a history only. */
  readonly history?: HistoryHooks
  /** Called once for each unique blob; synchronous, so that `bytes` may be reused afterwards. */
  look(blob: Blob): void
  notScanned(entry: NotScanned): void
  /** `findings`: where the source knows of more than it has handed over. */
  progress(progress: Pick<Progress, 'phase' | 'done' | 'total' | 'bytes'> & Partial<Pick<Progress, 'findings'>>): void
}

export interface Looked {
  readonly blobs: number
  readonly bytes: number
  readonly commits: number
  readonly refs: readonly string[]
  /** Blobs that stand under sensitive names somewhere, and these, where their path is not known to `look` (history only). */
  readonly named: ReadonlyMap<ObjectId, ReadonlySet<string>>
  /** All names among trees' entries that are those of sensitive folders; absent where not all are known. */
  readonly folders?: ReadonlySet<string>
  /** Paths (or names, where the path is not known) of submodules: named, not entered. */
  readonly submodules?: readonly string[]
  /** Files that are taken away, and what stood in them (of the index only). */
  readonly gone?: readonly { readonly path: string; readonly id: ObjectId }[]
}

/** A place that blobs come from: the index, a range, the whole history, files on disk, a pipe. */
export interface Source {
  readonly mode: Mode
  blobs(hooks: SourceHooks): Promise<Looked>
  /** Of blobs that have matches, by `blob.id ?? blob.path`. Absent on history: attribution answers there. */
  origins?(
    keys: ReadonlySet<string>,
  ): ReadonlyMap<string, readonly Origin[]> | Promise<ReadonlyMap<string, readonly Origin[]>>
  /** Reads blobs again or such that stood somewhere before; a missing one goes to `notScanned`. */
  read(ids: ReadonlySet<ObjectId>, look: (blob: Blob) => void, notScanned: (entry: NotScanned) => void): Promise<void>
  close(): Promise<void>
}
