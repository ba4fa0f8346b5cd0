import { SUBMODULE } from '../../git/entry-modes.ts'
import type { Repository } from '../../git/find-repository.ts'
import { listTree } from '../../git/list-tree.ts'

/** The paths of submodules in HEAD; of those that are there no more, the names. */
export async function submodulePaths(
  { root: cwd, head }: Repository,
  baseNames: ReadonlySet<string>,
): Promise<readonly string[]> {
  if (baseNames.size === 0) return []
  const paths: string[] = []
  if (head !== undefined) {
    await listTree({ cwd }, head, ({ mode, path }) => {
      if (mode === SUBMODULE) paths.push(path())
    })
  }
  const known = new Set(paths.map(path => path.slice(path.lastIndexOf('/') + 1)))
  return [...paths, ...[...baseNames].filter(name => !known.has(name))].sort()
}
