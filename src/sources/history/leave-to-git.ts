import { createHash } from 'node:crypto'
import { largeObjects } from '../../objects/large-objects.ts'
import type { GitObject } from '../../objects/object-store.ts'
import { tooLarge } from '../../objects/too-large.ts'
import type { ObjectId, SourceHooks } from '../../types.ts'

export interface LeftToGit {
  /** Less what is too large. */
  readonly ids: ReadonlySet<ObjectId>
  /** In place of the `visit` that was given: not called for what is not itself. */
  visit(object: GitObject): void
}

export interface LeavingToGit {
  readonly cwd: string
  readonly maxObjectBytes: number
  readonly visit: (object: GitObject) => void
  readonly notScanned: SourceHooks['notScanned']
}

/**
 * What the pack reader could not read. Sizes are asked first; and what it found damaged git may give all the same, with bytes that are not the object's:
 * it does not compare their hash with the name.
 */
export async function leaveToGit(
  failed: readonly ObjectId[],
  { cwd, maxObjectBytes, visit, notScanned }: LeavingToGit,
): Promise<LeftToGit> {
  const ids = new Set(failed)
  for (const { id, size } of await largeObjects(cwd, failed, maxObjectBytes)) {
    ids.delete(id)
    notScanned({ what: id, why: tooLarge(size, maxObjectBytes) })
  }
  return {
    ids,
    visit(object) {
      if (!ids.has(object.id) || isItself(object)) visit(object)
      else {
        const why = 'damaged: its content is not what its name stands for; `git fsck` says more'
        notScanned({ what: object.id, why })
      }
    },
  }
}

function isItself({ id, type, bytes }: GitObject): boolean {
  const hash = createHash(id.length === 40 ? 'sha1' : 'sha256')
    .update(`${type} ${bytes.length}\0`)
    .update(bytes)
  return hash.digest('hex') === id
}
