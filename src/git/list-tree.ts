import type { ObjectId } from '../types.ts'
import { decodePath } from './decode-path.ts'
import { createNulFields } from './nul-fields.ts'
import type { SpawnGitOptions } from './spawn-git.ts'
import { streamGit } from './stream-git.ts'

/** What stands in a tree and in the folders in it. */
export interface TreeRow {
  /** See entry-modes.ts. */
  readonly mode: string
  readonly id: ObjectId
  /** Only made for those who ask: a tree may have a hundred thousand. */
  path(): string
}

/** `100644 blob 5e53…\tpath` for each row. */
export async function listTree(git: SpawnGitOptions, tree: ObjectId, visit: (row: TreeRow) => void): Promise<void> {
  const take = createNulFields(row => {
    const tab = row.indexOf('\t')
    const [mode = '', , id = ''] = row.toString('latin1', 0, tab).split(' ')
    visit({ mode, id, path: () => decodePath(row.subarray(tab + 1)) })
  })
  const { stdin, stdout } = streamGit(['ls-tree', '-r', '-z', '--full-tree', tree], git)
  stdin.end()
  for await (const chunk of stdout) take(chunk)
}
