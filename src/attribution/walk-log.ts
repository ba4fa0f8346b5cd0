import { COMMIT_LOG_ARGS, createCommitLogParser, type LoggedCommit } from '../git/commit-log.ts'
import { isNameId, nameId } from '../git/name-id.ts'
import { streamGit } from '../git/stream-git.ts'
import type { ObjectId } from '../types.ts'
import type { ContainingRefs, RefBits } from './containing-refs.ts'
import { type CommitFacts, commitFacts, type Introduction } from './introduction.ts'

/** All that a walk over the history found of what was wanted. */
export interface Findings {
  /** Wanted blobs and names (see nameId) → where they came in. */
  readonly introductions: Map<ObjectId, Introduction[]>
  /** Wanted commits. */
  readonly commits: Map<ObjectId, CommitFacts>
}

export interface WalkOptions {
  readonly cwd: string
  readonly wanted: ReadonlySet<ObjectId>
  readonly refs: ContainingRefs
  /** What to walk, as options of `git log`. */
  readonly revisions: readonly string[]
  /** Ids of commits, a line each, for `--stdin` among the revisions. */
  readonly input?: AsyncIterable<Buffer>
}

const SUBMODULE = '160000'
const DELETED = '000000'

/** Names of a path's parts that are wanted, by id. A path comes by many times: remembered. */
function createNameFinder(wanted: ReadonlySet<ObjectId>): (path: string) => readonly ObjectId[] {
  if (![...wanted].some(isNameId)) return () => []
  const known = new Map<string, ObjectId | undefined>()
  return path => {
    const found: ObjectId[] = []
    for (const part of path.split('/')) {
      if (!known.has(part)) {
        const id = nameId(part)
        known.set(part, wanted.has(id) ? id : undefined)
      }
      const id = known.get(part)
      if (id !== undefined) found.push(id)
    }
    return found
  }
}

/**
 * One `git log` over all that is asked for, however much is wanted; memory is bounded by what is found. Adds to `into`, also what it found
 * before git failed.
 */
export async function walkLog({ cwd, wanted, refs, revisions, input }: WalkOptions, into: Findings): Promise<void> {
  const namesIn = createNameFinder(wanted)
  let current: LoggedCommit | undefined
  let bits: RefBits
  let facts: CommitFacts | undefined

  const currentFacts = (): CommitFacts => {
    facts ??= commitFacts(current!, bits)
    return facts
  }
  const found = (id: ObjectId, path: string): void => {
    const introduction = { commit: currentFacts(), path }
    const known = into.introductions.get(id)
    if (known) known.push(introduction)
    else into.introductions.set(id, [introduction])
  }

  const parser = createCommitLogParser({
    commit(commit) {
      current = commit
      facts = undefined
      bits = refs.visit(commit.id, commit.parents)
      if (wanted.has(commit.id)) into.commits.set(currentFacts().commit, currentFacts())
    },
    change({ before, after: { mode, id }, path }) {
      if (mode === DELETED) return
      // The same blob before: only its mode changed.
      if (mode !== SUBMODULE && wanted.has(id) && !before.some(old => old.id === id)) found(id, path)
      for (const name of namesIn(path)) found(name, path)
    },
  })

  // Children before parents: what ContainingRefs needs.
  const git = streamGit([...COMMIT_LOG_ARGS, '--no-renames', '--topo-order', ...revisions, '--'], { cwd })
  const fed = feed(git.stdin, input)
  for await (const chunk of git.stdout) parser.push(chunk)
  await fed
}

async function feed(stdin: NodeJS.WritableStream, input: AsyncIterable<Buffer> | undefined): Promise<void> {
  for await (const chunk of input ?? []) {
    if (!stdin.write(chunk)) await new Promise(resolve => stdin.once('drain', resolve).once('close', resolve))
  }
  stdin.end()
}
