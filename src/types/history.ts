import type { Blob, NotScanned, ObjectId } from './blob.ts'
import type { Inspector, SearchPlan } from './search.ts'
import type { SensitiveNames } from './sensitive-names.ts'

/** What a thread asks that looks at its share of a history. */
export interface HistoryThreadHooks extends SensitiveNames {
  readonly inspector: Inspector
  /** Does the name itself, as bytes, hold something? */
  isTellingName(name: Uint8Array): boolean
}

/** What a source of a whole history is given besides. */
export interface HistoryHooks extends HistoryThreadHooks {
  plan(): SearchPlan
  /** Of an object that was looked at without its bytes being handed over: fingerprints of what it may hold, and of what comments let through. */
  held(id: ObjectId, found: readonly string[], allowed: readonly string[]): void
  /** Of what was looked at: nothing was found there, nothing allowed, and nothing went unread. */
  isClean(id: ObjectId): boolean
  /** Within an object something was not read: `what` is a path in the archive, or ''. */
  unread(object: Pick<Blob, 'path'> & { readonly id: ObjectId }, entry: NotScanned): void
  /** Says to whoever wants to know why it takes longer than it need. */
  note(text: string): void
  /** More threads, each with hooks of its own. */
  readonly team?: Team
  /** The same objects once more, for something else: what they say of one another is noted already. */
  readonly again?: true
  /** Names all that decides whether an object is clean: what was, under the same name, need not be looked at again. Absent: everything is. */
  readonly cleanKey?: Uint8Array
}

/** Threads that do the same job side by side: plain data in, plain data out. What either is, only those who use it know. */
export interface Team {
  /** There is about to be something to do. */
  prepare?(): void
  /** One promise for each thread of what it has learned, once there is nothing left to do. Rejected where a thread dies. */
  run(job: unknown): readonly Promise<unknown>[]
  close(): Promise<void>
}
