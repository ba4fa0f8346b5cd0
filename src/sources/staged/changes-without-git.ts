import { lstatSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import * as own from 'node:process'
import { gitEnvironment } from '../../git/git-environment.ts'
import { ID_BYTES } from '../../git/id-bytes.ts'
import type { LocatedRepository } from '../../git/locate-repository.ts'
import type { RawChange } from '../../git/parse-raw-diff.ts'
import type { HeadFile } from '../../git/read-head.ts'
import { readIndex } from '../../git/read-index.ts'
import type { ObjectStore } from '../../objects/object-store.ts'
import { treeOfCommit } from '../../objects/tree-of-commit.ts'
import { changesInIndex } from './changes-in-index.ts'
import { EMPTY_TREE } from './empty-tree.ts'

/**
 * How the index differs from HEAD, from the file `index` and the few trees that it does not name: to start git for this takes a commit hook a fifth of its
 * time. undefined where something is out of the ordinary, so that git has to say.
 */
export function changesWithoutGit(
  { gitDir, workTree, objectFormat, isPlain }: LocatedRepository,
  head: HeadFile,
  store: Pick<ObjectStore, 'readNow'>,
): readonly RawChange[] | undefined {
  if (!isPlain || workTree === undefined || ![workTree, gitDir].every(isOurs)) return undefined
  const bytes = readIfThere(resolve(workTree, gitEnvironment().GIT_INDEX_FILE ?? join(gitDir, 'index')))
  const index = bytes && readIndex(bytes, ID_BYTES[objectFormat])
  const nothing = EMPTY_TREE[objectFormat]
  const tree = head.kind === 'unborn' ? nothing : head.kind === 'commit' ? treeOfCommit(head.id, store) : undefined
  if (!index || tree?.length !== nothing.length) return undefined
  return changesInIndex(index, tree, id => {
    if (id === nothing) return Buffer.alloc(0)
    const object = store.readNow(id)
    return object?.type === 'tree' ? Buffer.from(object.bytes) : undefined
  })
}

/** What belongs to others git opens only where the person says so (`safe.directory`); so it does on systems where a file's owner is no number. */
function isOurs(folder: string): boolean {
  return lstatSync(folder, { throwIfNoEntry: false })?.uid === own.geteuid?.()
}

/** Where it cannot be read, git knows what to say. */
function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file)
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === undefined) throw cause
    return undefined
  }
}
