import type { LoggedCommit } from '../git/commit-log.ts'
import type { Origin } from '../types.ts'
import type { RefBits } from './containing-refs.ts'

/** Who, when, and in which refs. */
export interface CommitFacts extends Required<Pick<Origin, 'commit' | 'author' | 'email' | 'date'>> {
  readonly committed: number
  readonly refs: RefBits
}

/** A commit brought a blob, or a name, to a path. */
export interface Introduction {
  readonly commit: CommitFacts
  readonly path: string
}

export function commitFacts({ id, author, email, date, committed }: LoggedCommit, refs: RefBits): CommitFacts {
  return { commit: id, author, email, date, committed, refs }
}
