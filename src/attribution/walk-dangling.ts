import { streamGit } from '../git/stream-git.ts'
import type { ObjectId } from '../types.ts'
import { ContainingRefs } from './containing-refs.ts'
import { type Findings, walkLog } from './walk-log.ts'

const COMMIT = 'commit '

/** Ids of all commits that the repository holds, a line each: git lists `commit 81d2…`, `blob 5e53…`. */
async function* allCommits(cwd: string): AsyncGenerator<Buffer> {
  const format = '--batch-check=%(objecttype) %(objectname)'
  const git = streamGit(['cat-file', '--batch-all-objects', '--unordered', '--buffer', format], { cwd })
  git.stdin.end()
  let carry = ''
  for await (const chunk of git.stdout) {
    const lines = (carry + chunk.toString('latin1')).split('\n')
    carry = lines.pop()!
    const ids = lines.filter(line => line.startsWith(COMMIT)).map(line => line.slice(COMMIT.length))
    if (ids.length > 0) yield Buffer.from(`${ids.join('\n')}\n`)
  }
}

/**
 * Walks the commits that neither a ref nor a reflog knows. Asked only for what the rest of the history does not explain: to list every
 * object takes git a while.
 */
export async function walkDangling(cwd: string, wanted: ReadonlySet<ObjectId>, into: Findings): Promise<void> {
  const refs = new ContainingRefs([])
  const revisions = ['--stdin', '--not', '--all', '--reflog']
  await walkLog({ cwd, wanted, refs, revisions, input: allCommits(cwd) }, into)
}
