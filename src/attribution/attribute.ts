import type { Repository } from '../git/find-repository.ts'
import type { Ref } from '../git/list-refs.ts'
import { isNameId, nameId } from '../git/name-id.ts'
import { runGit } from '../git/run-git.ts'
import { shallowCommits } from '../git/shallow-commits.ts'
import type { ObjectStore } from '../objects/object-store.ts'
import type { NotScanned, ObjectId, Origin, Team } from '../types.ts'
import { attributionRefs } from './attribution-refs.ts'
import type { IdTable } from './genealogy/id-table.ts'
import { introductionsOf } from './introductions-of.ts'
import { createOriginMaker } from './origin-maker.ts'
import { originsByRef } from './origins-by-ref.ts'
import { pathsInIndex } from './paths-in-index.ts'
import { readGenealogy } from './read-genealogy.ts'
import { reflogCommits } from './reflog-commits.ts'
import { tagOrigin } from './tag-origin.ts'
import { type Traced, traceWanted } from './trace-wanted.ts'

export interface AttributeOptions {
  /** Of which the packs are open already; without one, they are opened. */
  readonly store?: ObjectStore | undefined
  /** Threads that help to read what no scan has come by. */
  readonly team?: Team | undefined
  /** Every commit that brought a blob to a path, not just the first. */
  readonly allPlaces?: boolean
}

export interface Attribution {
  /** Everything that was wanted has at least one. Of a blob: one for each path, the one that brought it in. */
  readonly origins: ReadonlyMap<ObjectId, readonly Origin[]>
  /** What is not here of the history, so that places may be missing. */
  readonly notScanned: readonly NotScanned[]
}

const HOLES: NotScanned = {
  what: 'history of all refs',
  why: 'places may be missing: commits or folders that it speaks of are not in this repository, or cannot be read',
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

/** Branches, and HEADs that are on none. */
const IS_TIP = /^refs\/(?:heads|remotes)\/|(?:^|\/)HEAD$/

interface Followed {
  readonly refs: readonly Ref[]
  /** What some refs or reflogs lead to is not here. */
  readonly lost: boolean
  /** All commits. */
  readonly ids: IdTable
  readonly traced: Traced
}

/** By itself, so that nobody holds on to all trees any more when what comes of them is told. */
async function follow(
  repository: Repository,
  wanted: ReadonlySet<ObjectId>,
  { store, team }: AttributeOptions,
): Promise<Followed> {
  const [refs, reflogs, genealogy] = await Promise.all([
    attributionRefs(repository),
    reflogCommits(repository),
    readGenealogy(repository, wanted, store, team),
  ])
  const { ids } = genealogy.commits
  const numberOf = (commit: ObjectId | undefined): number => (commit === undefined ? -1 : ids.numberOf(commit))
  const isHere = (number: number): boolean => number >= 0
  const tips = refs.map(ref => numberOf(ref.commit))
  const head = numberOf(repository.head)
  const traced = traceWanted(genealogy, {
    tips: [...tips, ...(reflogs ?? []).map(numberOf), head].filter(isHere),
    branches: new Set(tips.filter((_, n) => IS_TIP.test(refs[n]!.name))),
    head,
    boundary: new Set(shallowCommits(repository).map(numberOf).filter(isHere)),
  })
  const lost = reflogs === undefined || refs.some((ref, n) => ref.commit !== undefined && tips[n]! < 0)
  return { refs, lost, ids, traced }
}

const pick = <T>(all: ReadonlyMap<ObjectId, T>, wanted: ReadonlySet<ObjectId>): readonly [ObjectId, T][] =>
  [...all].filter(([id]) => wanted.has(id))

/**
 * Where blobs (and commits, tags, names of files and refs: see nameId) come from: the commits that brought them in, the refs that hold these, how far they
 * have spread. All trees are read once, whatever the number of `wanted`; commits that nothing refers to count only for what the others do not explain.
 */
export async function attribute(
  repository: Repository,
  wanted: ReadonlySet<ObjectId>,
  options: AttributeOptions = {},
): Promise<Attribution> {
  if (wanted.size === 0) return { origins: new Map(), notScanned: [] }
  const { root: cwd, head } = repository
  const [inIndex, { refs, lost, ids, traced }] = await Promise.all([
    pathsInIndex(repository, wanted),
    follow(repository, wanted, options),
  ])
  const wantedCommits = [...wanted].filter(id => !isNameId(id)).map(id => ids.numberOf(id))
  const reachable = new Set(wantedCommits.filter(number => number >= 0 && traced.reachable[number] === 1))
  const inUse = new Set([...reachable].map(number => ids.id(number)))

  const byRefName = refNames(wanted, refs)
  const left = unexplained(wanted, traced.arrivals, inUse, inIndex, byRefName)
  const objects = new Set([...left].filter(id => !isNameId(id)))
  const tags = new Set(objects.size > 0 ? await tagsAmong(cwd, objects) : [])
  const byRef = await originsByRef(cwd, objects, refs)
  const dangling = unexplained(left, tags, byRef)

  const gap = traced.gaps > 0 || lost
  // Behind a gap nobody knows what is dangling and what is not.
  const alsoDangling = gap ? [] : pick(traced.dangling, dangling)
  const { introductions, commits, complete } = await introductionsOf(
    cwd,
    ids,
    traced,
    refs,
    new Map([...traced.arrivals, ...alsoDangling]),
    gap ? [...reachable] : wantedCommits.filter(number => number >= 0),
  )
  const make = createOriginMaker({
    refs,
    head,
    inHead: traced.inHead,
    inIndex,
    atTips: traced.atTips,
    allPlaces: options.allPlaces === true,
    unexplained: complete && !gap ? 'dangling' : refs.some(ref => ref.published) ? 'pushed' : 'unpushed',
  })
  const origins = new Map<ObjectId, readonly Origin[]>()
  for (const id of wanted) {
    const found = introductions.get(id) ?? []
    const commit = commits.get(id)
    if (tags.has(id)) origins.set(id, [await tagOrigin(cwd, id, refs)])
    else if (commit) origins.set(id, [make.ofCommit(commit)])
    else if (byRef.has(id)) origins.set(id, byRef.get(id)!)
    else if (byRefName.has(id)) origins.set(id, [make.ofRefName(byRefName.get(id)!)])
    else if (isNameId(id)) origins.set(id, [make.ofFileName(found)])
    else origins.set(id, make.ofBlob(id, found))
  }
  return { origins, notScanned: gap || !complete ? [HOLES] : [] }
}
