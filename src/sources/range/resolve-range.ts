import { UsageError } from '../../errors/usage-error.ts'
import type { Repository } from '../../git/find-repository.ts'
import { resolveRevision } from '../../git/resolve-revision.ts'
import { runGit } from '../../git/run-git.ts'
import type { NotScanned, ObjectId } from '../../types.ts'
import { knownBeside } from './known-beside.ts'
import { parseRange } from './parse-range.ts'

export interface ResolvedRange {
  /** Lines for `--stdin` of git log and rev-list; none: there is nothing in the range. */
  readonly revisions: readonly string[]
  /** Annotated tags that the range's end was given as, the outer one first. */
  readonly tags: readonly ObjectId[]
  /** The ends, as given. */
  readonly refs: readonly string[]
}

const FULL_ID = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/

function noSuchRevision(revision: string): UsageError {
  return new UsageError(
    FULL_ID.test(revision)
      ? `--range: the commit ${revision} is not in this repository: fetch it (after a forced push the old one may be gone for good)`
      : `--range: no such branch, tag or commit here: "${revision}" (\`git branch --all\` lists branches; in CI the range has to be fetched)`,
  )
}

/** A tag can be one of a tag. */
async function tagsBetween(cwd: string, id: ObjectId, commit: ObjectId): Promise<readonly ObjectId[]> {
  if (id === commit) return []
  const tag = (await runGit(['cat-file', 'tag', id], { cwd })).toString('latin1')
  const target = /^object ([0-9a-f]+)\n/.exec(tag)?.[1]
  return [id, ...(target === undefined ? [] : await tagsBetween(cwd, target, commit))]
}

export async function resolveRange(
  repository: Repository,
  text: string,
  notScanned: (entry: NotScanned) => void,
): Promise<ResolvedRange> {
  const { root: cwd, shallow } = repository
  const range = parseRange(text)
  const refs = [range.from, range.to].filter(side => side !== undefined)
  if (range.to === undefined) return { revisions: [], tags: [], refs }

  const to = await resolveRevision(cwd, range.to, 'commit')
  const given = await resolveRevision(cwd, range.to, 'object')
  if (to === undefined || given === undefined) throw noSuchRevision(range.to)
  const tags = await tagsBetween(cwd, given, to)
  if (range.from === undefined) {
    const known = await knownBeside(repository, to)
    return { revisions: [to, ...known.map(id => `^${id}`)], tags, refs }
  }

  const from = await resolveRevision(cwd, range.from, 'commit')
  if (from !== undefined) return { revisions: range.symmetric ? [`${from}...${to}`] : [to, `^${from}`], tags, refs }
  if (!shallow || !FULL_ID.test(range.from)) throw noSuchRevision(range.from)
  notScanned({
    what: text,
    why: `${range.from} is not in this shallow clone: everything that is there of ${range.to} was looked into; fetch more (\`git fetch --unshallow\`)`,
  })
  return { revisions: [to], tags, refs }
}
