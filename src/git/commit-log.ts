import type { ObjectId } from '../types.ts'
import { createRawDiffParser, type RawChange, type RawDiffParser } from './parse-raw-diff.ts'

const FORMAT = '--format=>%H %P%n%an%n%ae%n%aI%n%ct'
/**
 * Which blob came to stand at which path. `-c`: of a merge only what is in none of its parents, with the blobs of all parents; what a merge merely brings
 * over from one of them came in with that parent's commits. Whoever calls adds `--no-renames` or `-M`, and the revisions.
 */
const CHANGES = ['--raw', '--no-abbrev', '-c', '--root']

/** `git log` as raw data. Told to compare and to print nothing of it, git compares all trees none the less: 0.6 s for 5,000 commits, not 0.07. */
export const commitLogArgs = ({ change }: CommitLogVisitor): readonly string[] => [
  'log',
  '-z',
  FORMAT,
  ...(change ? CHANGES : ['--no-patch']),
]

export interface LoggedCommit {
  readonly id: ObjectId
  readonly parents: readonly ObjectId[]
  readonly author: string
  readonly email: string
  /** ISO 8601 with offset. */
  readonly date: string
  /** Of the committer, in seconds. */
  readonly committed: number
}

export interface CommitLogVisitor {
  commit?(commit: LoggedCommit): void
  /** Of each commit after it. */
  change?(change: RawChange, commit: LoggedCommit): void
}

/** `>COMMIT PARENT…`, author, e-mail, date and seconds, a line each: none of them can hold a line feed. */
function parseHeader(text: string): LoggedCommit {
  const [ids, author, email, date, seconds] = text.split('\n')
  const [id, ...parents] = ids!.slice(1).trimEnd().split(' ')
  return { id: id!, parents, author: author!, email: email!, date: date!, committed: Number(seconds) }
}

/** Reads what `git` prints for commitLogArgs, chunk by chunk. */
export function createCommitLogParser(visitor: CommitLogVisitor): RawDiffParser {
  let commit: LoggedCommit
  return createRawDiffParser(
    change => visitor.change?.(change, commit),
    text => {
      commit = parseHeader(text)
      visitor.commit?.(commit)
    },
  )
}
