import { decodePath } from '../../git/decode-path.ts'
import { SUBMODULE } from '../../git/entry-modes.ts'
import type { Repository } from '../../git/find-repository.ts'
import { ID_BYTES } from '../../git/id-bytes.ts'
import { listTree } from '../../git/list-tree.ts'
import { idAt } from '../../objects/id-at.ts'
import type { ObjectStore } from '../../objects/object-store.ts'
import { parseTree } from '../../objects/parse-tree.ts'
import { treeOfCommit } from '../../objects/tree-of-commit.ts'
import type { ObjectId } from '../../types.ts'

/** Git lists a tree in 5 ms, but to start it takes 70 once packs are in memory: the system copies tables of all that we have. So many trees take as long. */
const MAX_TREES = 512

/** The paths of submodules in HEAD; of those that are there no more, the names. */
export async function submodulePaths(
  repository: Repository,
  store: Pick<ObjectStore, 'readNow'>,
  baseNames: ReadonlySet<string>,
): Promise<readonly string[]> {
  if (baseNames.size === 0) return []
  const paths = withoutGit(repository, store) ?? (await byGit(repository))
  const known = new Set(paths.map(path => path.slice(path.lastIndexOf('/') + 1)))
  return [...paths, ...[...baseNames].filter(name => !known.has(name))].sort()
}

/** undefined: a tree cannot be read, or there are many. */
function withoutGit(
  { head, objectFormat }: Repository,
  store: Pick<ObjectStore, 'readNow'>,
): readonly string[] | undefined {
  if (head === undefined) return []
  const root = treeOfCommit(head, store)
  if (root === undefined) return undefined
  const idBytes = ID_BYTES[objectFormat]
  const paths: string[] = []
  const folders: { readonly id: ObjectId; readonly path: readonly Uint8Array[] }[] = [{ id: root, path: [] }]
  for (const { id, path } of folders) {
    const object = folders.length > MAX_TREES ? undefined : store.readNow(id)
    if (object?.type !== 'tree') return undefined
    const { bytes } = object
    const isWhole = parseTree(bytes, idBytes, (kind, nameStart, nameEnd, idStart) => {
      if (kind === 'file') return
      const name = Uint8Array.from(bytes.subarray(nameStart, nameEnd))
      if (kind === 'submodule') paths.push(decodePath(Buffer.concat([...path, name])))
      else folders.push({ id: idAt(bytes, idStart, idBytes), path: [...path, name, SLASH] })
    })
    if (!isWhole) return undefined
  }
  return paths
}

const SLASH = Buffer.from('/')

async function byGit({ root: cwd, head }: Repository): Promise<readonly string[]> {
  const paths: string[] = []
  await listTree({ cwd }, head!, ({ mode, path }) => {
    if (mode === SUBMODULE) paths.push(path())
  })
  return paths
}
