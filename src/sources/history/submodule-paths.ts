import { decodePath } from '../../git/decode-path.ts'
import type { Repository } from '../../git/find-repository.ts'
import { createNulFields } from '../../git/nul-fields.ts'
import { streamGit } from '../../git/stream-git.ts'

/** `160000 commit <id>\tpath` */
const SUBMODULE = /^160000 /

/** The paths of submodules in HEAD; of those that are there no more, the names. */
export async function submodulePaths(
  { root: cwd, head }: Repository,
  baseNames: ReadonlySet<string>,
): Promise<readonly string[]> {
  if (baseNames.size === 0) return []
  const paths: string[] = []
  if (head !== undefined) {
    const take = createNulFields(row => {
      const tab = row.indexOf('\t')
      if (SUBMODULE.test(row.toString('latin1', 0, tab))) paths.push(decodePath(row.subarray(tab + 1)))
    })
    const git = streamGit(['ls-tree', '-r', '-z', '--full-tree', head], { cwd })
    git.stdin.end()
    for await (const chunk of git.stdout) take(chunk)
  }
  const known = new Set(paths.map(path => path.slice(path.lastIndexOf('/') + 1)))
  return [...paths, ...[...baseNames].filter(name => !known.has(name))].sort()
}
