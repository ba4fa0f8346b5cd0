import type { Ref } from '../git/list-refs.ts'
import type { ObjectId, Origin, State } from '../types.ts'
import { countOf, haveCommon, isSubset, keyOf, type RefBits, refsIn, refsThat, unionOf } from './containing-refs.ts'
import type { CommitFacts, Introduction } from './introduction.ts'
import { MAX_NAMED, namedRefs } from './named-refs.ts'
import type { BlobPaths } from './paths-in-index.ts'
import { placeKey } from './place-key.ts'

/** What is known when all walks are done. */
export interface Surroundings {
  readonly refs: readonly Ref[]
  readonly head: ObjectId | undefined
  readonly inHead: BlobPaths
  readonly inIndex: BlobPaths
  readonly atTips: ReadonlySet<string>
  readonly allPlaces: boolean
  /** Of what no walk came to: dangling where all walks came to their end; else as exposed as it may be. */
  readonly unexplained: State
}

const NOTES = 'refs/notes/'

/** From least to most exposed. */
const EXPOSURE: readonly State[] = ['dangling', 'head', 'unpushed', 'pushed']

/** The refs that hold a commit. */
interface Holders {
  /** The first of them. */
  readonly names: readonly string[]
  readonly count: number
  readonly published: boolean
  readonly areNotes: boolean
}

/** The first of the refs by name; of the others, which may be thousands in each of thousands of sets, only what kind they are. */
function createHolders(refs: readonly Ref[]): (bits: RefBits) => Holders {
  const published = refsThat(refs, ref => ref.published)
  const notes = refsThat(refs, ref => ref.name.startsWith(NOTES))
  return bits => {
    const names: string[] = []
    for (const number of refsIn(bits)) {
      if (names.push(refs[number]!.name) === MAX_NAMED) break
    }
    return {
      names,
      count: countOf(bits),
      published: haveCommon(bits, published),
      areNotes: names.length > 0 && isSubset(bits, notes),
    }
  }
}

/** Turns what the walks found into origins. */
export function createOriginMaker(around: Surroundings) {
  const holdersAmong = createHolders(around.refs)
  const holders = new Map<string, Holders>()
  const known = new WeakMap<RefBits, Holders>()
  /** Thousands of refs, in thousands of places: equal sets share what is made of them. */
  function holdersOf(bits: RefBits): Holders {
    const before = known.get(bits)
    if (before) return before
    const key = keyOf(bits)
    const made = holders.get(key) ?? holdersAmong(bits)
    holders.set(key, made)
    known.set(bits, made)
    return made
  }

  /** The commit that HEAD is on can be amended as long as nobody else has it. */
  function stateOf({ commit, refs }: Pick<CommitFacts, 'commit' | 'refs'>): State {
    const { names, published } = holdersOf(refs)
    if (published) return 'pushed'
    if (names.length === 0) return 'dangling'
    return commit === around.head ? 'head' : 'unpushed'
  }

  function fromCommit(facts: CommitFacts): Omit<Origin, 'path' | 'in'> {
    const { commit, author, email, date } = facts
    const { names, count } = holdersOf(facts.refs)
    return { commit, author, email, date, ...namedRefs(names, count), state: stateOf(facts) }
  }

  /** Most exposed first, then in order of time: the first says where it came in, whatever a rebase or an amended commit has left behind. */
  function compare(a: Introduction, b: Introduction): number {
    const exposure = (one: Introduction): number => EXPOSURE.indexOf(stateOf(one.commit))
    return exposure(b) - exposure(a) || a.commit.committed - b.commit.committed
  }

  /** Of all that brought one thing to one path: the first, or all. */
  function chosen(group: readonly Introduction[]): readonly Introduction[] {
    // They come newest first: of two in the same second the older is the last.
    const sorted = [...group].reverse().sort(compare)
    const [first] = sorted
    // Of a file name none is known where the commits that brought it in cannot be read.
    if (around.allPlaces || first === undefined) return sorted
    return [{ ...first, commit: { ...first.commit, refs: group.map(one => one.commit.refs).reduce(unionOf) } }]
  }

  function atPath(blob: ObjectId, group: readonly Introduction[]): readonly Origin[] {
    const { path } = group[0]!
    const inHead = around.inHead.get(blob)?.has(path) === true
    const atTip = inHead || around.atTips.has(placeKey(blob, path))
    return chosen(group).map(({ commit }) => {
      // The path of a note is the id of what it is a note to.
      const where = holdersOf(commit.refs).areNotes ? { in: 'note' as const } : { path: path }
      return { ...where, ...fromCommit(commit), inHead, ...(atTip && { atTip }) }
    })
  }

  function ofBlob(blob: ObjectId, introductions: readonly Introduction[]): readonly Origin[] {
    const groups = new Map<string, Introduction[]>()
    for (const one of introductions) {
      const group = groups.get(one.path)
      if (group) group.push(one)
      else groups.set(one.path, [one])
    }
    const origins = [...groups.values()].flatMap(group => atPath(blob, group))
    // HEAD's tree can often be read where the history before it cannot.
    for (const path of groups.size === 0 ? (around.inHead.get(blob) ?? []) : []) {
      origins.push({ path, inHead: true, atTip: true, state: around.unexplained })
    }
    for (const path of around.inIndex.get(blob) ?? []) {
      // What is tracked and unchanged is in the index too. What no tip holds any more, and the index does, is about to come back.
      if (around.inHead.get(blob)?.has(path) || around.atTips.has(placeKey(blob, path))) continue
      origins.push({ path: path, inHead: false, state: 'index' })
    }
    return origins.length > 0 ? origins : [{ inHead: false, state: around.unexplained }]
  }

  /** Neither gives the name itself: it holds the secret. */
  const ofFileName = (introductions: readonly Introduction[]): Origin => {
    const first = chosen(introductions)[0]
    return { in: 'file name', ...(first ? fromCommit(first.commit) : { state: around.unexplained }) }
  }
  const ofRefName = (ref: Ref): Origin => ({
    in: 'ref name',
    ...(ref.commit && { commit: ref.commit }),
    state: ref.published ? 'pushed' : 'unpushed',
  })
  const ofCommit = (facts: CommitFacts): Origin => ({ in: 'commit message', ...fromCommit(facts) })

  return { ofBlob, ofFileName, ofRefName, ofCommit }
}
