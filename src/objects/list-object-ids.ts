import { gitFailure } from '../git/git-failure.ts'
import { spawnGit } from '../git/spawn-git.ts'
import type { NotScanned, ObjectId } from '../types.ts'
import { listByIndexes } from './list-by-indexes.ts'
import type { ObjectType } from './object-store.ts'

/** In the order of the packs, where neighbours share their delta bases; no object is opened for its name alone. */
const LIST: readonly string[] = ['cat-file', '--batch-all-objects', '--unordered', '--buffer']
const NAMES = '--batch-check=%(objectname)'
/** `tree 5e53…` */
const KINDS_AND_NAMES = '--batch-check=%(objecttype) %(objectname)'

/** So many neighbours stay together: few enough to share work evenly, enough for bases to be inflated once. */
const BLOCK_IDS = 4096

/** `fatal: packfile .git/objects/pack/pack-1234….pack cannot be accessed`: it has listed nothing of all that comes behind. */
const STOPPED = /^fatal: packfile .* cannot be accessed$/m

export interface ObjectFolders {
  readonly cwd: string
  readonly objectDirs: readonly string[]
  readonly idBytes: number
}

/**
 * Ids of all objects that the repository holds, each once, block by block: all packs, loose ones, alternates. What git cannot
 * open on the way (a pack's index, an alternate) it says on stderr and goes on; that goes to `onProblem`. Where git stops at a broken pack, ids may come
 * twice, and such of other kinds.
 */
export async function* listObjectIds(
  { cwd, objectDirs, idBytes }: ObjectFolders,
  onProblem: (problem: NotScanned) => void,
  kinds?: ReadonlySet<ObjectType>,
): AsyncGenerator<readonly ObjectId[]> {
  const args = [...LIST, kinds === undefined ? NAMES : KINDS_AND_NAMES]
  const { child, ended } = spawnGit(args, { cwd })
  child.stdin.end()
  let block: ObjectId[] = []
  let rest = ''
  try {
    for await (const chunk of child.stdout) {
      const lines = (rest + (chunk as Buffer).toString('latin1')).split('\n')
      rest = lines.pop() ?? ''
      block = block.concat(kinds === undefined ? lines : namesOf(lines, kinds))
      if (block.length < BLOCK_IDS) continue
      yield block
      block = []
    }
    const end = await ended
    const stopped = end.code !== 0
    if (stopped && !STOPPED.test(end.stderr)) throw gitFailure(args, end)
    if (block.length > 0) yield block
    if (stopped) {
      yield* listByIndexes(objectDirs, idBytes, onProblem)
      return
    }
    for (const line of new Set(end.stderr.split('\n'))) {
      const words = /^error: (.*)/.exec(line)?.[1]
      if (words !== undefined) onProblem({ what: 'object store', why: words })
    }
  } finally {
    if (child.exitCode === null) child.kill()
  }
}

function namesOf(lines: readonly string[], kinds: ReadonlySet<string>): readonly ObjectId[] {
  const pairs = lines.map(line => line.split(' '))
  return pairs.filter(([kind = '']) => kinds.has(kind)).map(([, name = '']) => name)
}
