import type { GitObject } from '../../objects/object-store.ts'
import type { ObjectId, SourceHooks } from '../../types.ts'
import { isLfsPointer, LFS_WHY } from '../lfs-pointer.ts'
import type { Names } from './names.ts'

/** Objects between two words on progress, or bytes, where objects are large: a tenth of a second at most. */
const PROGRESS_STEP = 4096
const PROGRESS_BYTES = 32 * 1024 * 1024

export interface Seen {
  blobs: number
  bytes: number
  commits: number
}

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

/**
 * Hands every object to the one who can use it: blobs, commits and tags are looked into, of trees the names. `ledger`: where the whole repository is
 * read, so that what is missing is noticed; `shallow`: parents are missing as they should be.
 */
export function createObjectVisitor(
  hooks: SourceHooks,
  names: Names,
  { ledger, shallow, total }: { ledger?: ReferenceLedger; shallow: boolean; total: number },
): ObjectVisitor {
  const seen: Seen = { blobs: 0, bytes: 0, commits: 0 }
  const referAt = (tree: Uint8Array, at: number): void => ledger?.referAt(tree, at)
  let done = 0
  let bytesDone = 0
  let bytesTold = 0

  return {
    seen,
    visit({ id, type, bytes }) {
      ledger?.present(id)
      if (type === 'tree') {
        names.readTree(id, bytes, referAt)
      } else {
        if (type === 'blob') {
          seen.blobs++
          seen.bytes += bytes.length
          if (isLfsPointer(bytes)) hooks.notScanned({ what: id, why: LFS_WHY })
        } else if (ledger) referTo(bytes, ledger, !shallow)
        if (type === 'commit') seen.commits++
        hooks.look({ kind: type, id, bytes })
      }
      bytesDone += bytes.length
      if (++done % PROGRESS_STEP !== 0 && bytesDone - bytesTold < PROGRESS_BYTES) return
      bytesTold = bytesDone
      hooks.progress({ phase: 'objects', done, total, bytes: bytesDone })
    },
  }
}
