import type { GitObject } from '../../objects/object-store.ts'
import type { ObjectId, SourceHooks } from '../../types.ts'
import { isLfsPointer, LFS_WHY } from '../lfs-pointer.ts'
import type { Names } from './names.ts'
import { addSeen, nothingSeen, type Seen, seenOf } from './seen.ts'

/** Objects between two words on progress, or bytes, where objects are large: a tenth of a second at most. */
const PROGRESS_STEP = 4096
const PROGRESS_BYTES = 32 * 1024 * 1024

/** Is told which objects there are, and which are spoken of. */
export interface ReferenceLedger {
  present(id: ObjectId): void
  refer(id: ObjectId): void
  /** The same, of an id as bytes in a tree. */
  referAt(tree: Uint8Array, at: number): void
}

export interface ObjectVisitor {
  visit(object: GitObject): void
  readonly seen: Readonly<Seen>
}

/** `tree 5e53…`, `parent 81d2…`, `object 81d2…` at the beginning of a header's line. */
const REFERENCE = /^(tree|parent|object) ([0-9a-f]{40,64})$/

/** The objects that a commit or tag speaks of: they stand in the first lines of its header. */
function referTo(bytes: Uint8Array, ledger: ReferenceLedger, parentsToo: boolean): void {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let start = 0, end = text.indexOf(10); end !== -1; start = end + 1, end = text.indexOf(10, start)) {
    const reference = REFERENCE.exec(text.toString('latin1', start, end))
    if (!reference) return
    if (reference[1] !== 'parent' || parentsToo) ledger.refer(reference[2]!)
  }
}

export interface ObjectVisitorOptions {
  /** Where the whole repository is read, so that what is missing is noticed. */
  readonly ledger?: ReferenceLedger
  /** Parents are missing as they should be. */
  readonly shallow: boolean
  /** 0: not known. */
  readonly total: number
  /** What was dealt with in another way. */
  readonly before?: { readonly done: number; readonly bytes: number }
  /** Where what is clean is to be noted. */
  readonly clean?: CleanOnes
}

/** Read whole, and nothing in it, and nothing told first: what a later scan need not look at. */
export interface CleanOnes {
  readonly ids: Set<ObjectId>
  readonly seen: Seen
}

/** Hands every object to the one who can use it: blobs, commits and tags are looked into, of trees the names. */
export function createObjectVisitor(
  hooks: SourceHooks,
  names: Names,
  { ledger, shallow, total, before = { done: 0, bytes: 0 }, clean }: ObjectVisitorOptions,
): ObjectVisitor {
  const seen = nothingSeen()
  const referAt = (tree: Uint8Array, at: number): void => ledger?.referAt(tree, at)
  let { done, bytes: bytesDone } = before
  let bytesTold = bytesDone

  return {
    seen,
    visit({ id, type, bytes }) {
      ledger?.present(id)
      const counted = seenOf(type, bytes.length)
      addSeen(seen, counted)
      let isClean: boolean
      if (type === 'tree') {
        isClean = names.readTree(id, bytes, referAt)
      } else {
        const isPointer = type === 'blob' && isLfsPointer(bytes)
        if (isPointer) hooks.notScanned({ what: id, why: LFS_WHY })
        if (type !== 'blob' && ledger) referTo(bytes, ledger, !shallow)
        hooks.look({ kind: type, id, bytes })
        isClean = !isPointer && hooks.history?.isClean(id) === true
      }
      if (clean && isClean) {
        clean.ids.add(id)
        addSeen(clean.seen, counted)
      }
      bytesDone += bytes.length
      if (++done % PROGRESS_STEP !== 0 && bytesDone - bytesTold < PROGRESS_BYTES) return
      bytesTold = bytesDone
      hooks.progress({ phase: 'objects', done, total, bytes: bytesDone })
    },
  }
}
