import { GitError } from '../errors/git-error.ts'
import type { Repository } from '../git/find-repository.ts'
import type { Ref } from '../git/list-refs.ts'
import { isNameId, nameId } from '../git/name-id.ts'
import { runGit } from '../git/run-git.ts'
import type { NotScanned, ObjectId, Origin } from '../types.ts'
import { attributionRefs } from './attribution-refs.ts'
import { ContainingRefs } from './containing-refs.ts'
import { originsByRef } from './origins-by-ref.ts'
import { createOriginMaker } from './origins-of.ts'
import { pathsInHead, pathsInIndex } from './paths-of.ts'
import { placesAtTips } from './places-at-tips.ts'
import { tagOrigin } from './tag-origins.ts'
import { walkDangling } from './walk-dangling.ts'
import { type Findings, walkLog } from './walk-log.ts'

export interface AttributeOptions {
  /** Every commit that brought a blob to a path, not just the first. */
  readonly allPlaces?: boolean
}

export interface Attribution {
  /** Everything that was wanted has at least one. Of a blob: one for each path, the one that brought it in. */
  readonly origins: ReadonlyMap<ObjectId, readonly Origin[]>
  /** Parts of the history that git could not walk, so that places may be missing. */
  readonly notScanned: readonly NotScanned[]
}

type Walk = () => Promise<void>

/** A history with a hole in it ends git's walk. What was found up to there is kept, and the rest is said to be missing. */
async function walkAsFarAsPossible(what: string, walk: Walk): Promise<readonly NotScanned[]> {
  try {
    await walk()
    return []
  } catch (error) {
    if (!(error instanceof GitError)) throw error
    return [{ what, why: `places may be missing: ${error.message}` }]
  }
}

/** Of these objects, the annotated tags. Git answers `<id> tag`, or `<id> missing`. */
async function tagsAmong(cwd: string, ids: ReadonlySet<ObjectId>): Promise<readonly ObjectId[]> {
  const input = [...ids].map(id => `${id}\n`).join('')
  const answer = await runGit(['cat-file', '--batch-check=%(objectname) %(objecttype)', '--buffer'], { cwd, input })
  const rows = answer.toString('latin1').split('\n')
  return rows.filter(row => row.endsWith(' tag')).map(row => row.slice(0, row.indexOf(' ')))
}

const unexplained = (wanted: ReadonlySet<ObjectId>, ...explained: readonly { has(id: ObjectId): boolean }[]) =>
  new Set([...wanted].filter(id => !explained.some(known => known.has(id))))

function refNames(wanted: ReadonlySet<ObjectId>, refs: readonly Ref[]): ReadonlyMap<ObjectId, Ref> {
  if (![...wanted].some(isNameId)) return new Map()
  return new Map(refs.map(ref => [nameId(ref.name), ref] as const).filter(([id]) => wanted.has(id)))
}

/**
 * Where blobs (and commits, tags, names of files and refs: see nameId) come from: the commits that brought them in, the refs that hold these, how far they
 * have spread. One pass over the history whatever the number of `wanted`; a second one, over commits that nothing refers to, only for what the first does
 * not explain.
 */
export async function attribute(
  repository: Repository,
  wanted: ReadonlySet<ObjectId>,
  options: AttributeOptions = {},
): Promise<Attribution> {
  if (wanted.size === 0) return { origins: new Map(), notScanned: [] }
  const { root: cwd, head } = repository
  const refs = await attributionRefs(repository)
  const found: Findings = { introductions: new Map(), commits: new Map() }
  const containing = new ContainingRefs(refs.map(ref => ref.commit))
  const [problems, inHead, inIndex] = await Promise.all([
    walkAsFarAsPossible('history of all refs', () =>
      walkLog({ cwd, wanted, refs: containing, revisions: ['--all', '--reflog'] }, found),
    ),
    pathsInHead(repository, wanted),
    pathsInIndex(repository, wanted),
  ])

  const byRefName = refNames(wanted, refs)
  const left = unexplained(wanted, found.introductions, found.commits, inIndex, byRefName)
  const objects = new Set([...left].filter(id => !isNameId(id)))
  const tags = new Set(objects.size > 0 ? await tagsAmong(cwd, objects) : [])
  const byRef = await originsByRef(cwd, objects, refs)
  const dangling = unexplained(left, tags, byRef)
  const more =
    dangling.size > 0 ? await walkAsFarAsPossible('unreachable commits', () => walkDangling(cwd, dangling, found)) : []

  const atTips = await placesAtTips(cwd, found.introductions, refs, inHead)
  const unexplainedState =
    problems.length + more.length === 0 ? 'dangling' : refs.some(ref => ref.published) ? 'pushed' : 'unpushed'
  const make = createOriginMaker({
    refs,
    head,
    inHead,
    inIndex,
    atTips,
    allPlaces: options.allPlaces === true,
    unexplained: unexplainedState,
  })
  const origins = new Map<ObjectId, readonly Origin[]>()
  for (const id of wanted) {
    const introductions = found.introductions.get(id) ?? []
    const commit = found.commits.get(id)
    if (tags.has(id)) origins.set(id, [await tagOrigin(cwd, id, refs)])
    else if (commit) origins.set(id, [make.ofCommit(commit)])
    else if (byRef.has(id)) origins.set(id, byRef.get(id)!)
    else if (byRefName.has(id)) origins.set(id, [make.ofRefName(byRefName.get(id)!)])
    else if (isNameId(id)) origins.set(id, [make.ofFileName(introductions)])
    else origins.set(id, make.ofBlob(id, introductions))
  }
  return { origins, notScanned: [...problems, ...more] }
}
