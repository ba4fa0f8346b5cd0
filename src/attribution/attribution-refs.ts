import type { Repository } from '../git/find-repository.ts'
import { listRefs, type Ref } from '../git/list-refs.ts'
import { runGit } from '../git/run-git.ts'

const STASH = 'refs/stash'

/** Entries of the stash older than the newest: only the reflog holds them, but they are kept on purpose, so that each counts as a ref. */
async function stashEntries({ root }: Repository, refs: readonly Ref[]): Promise<readonly Ref[]> {
  if (!refs.some(ref => ref.name === STASH)) return []
  const listed = await runGit(['log', '--walk-reflogs', '--format=%H', STASH, '--'], { cwd: root })
  const commits = listed.toString('latin1').split('\n').filter(Boolean)
  return commits
    .map((commit, n) => ({ name: `stash@{${n}}`, id: commit, commit, published: false }))
    .filter((_, n) => n > 0)
}

/** HEADs that no branch moves along with: of this work tree and of linked ones. What they hold is in use, not dangling. */
async function detachedHeads({ root, head }: Repository): Promise<readonly Ref[]> {
  const heads: Ref[] = []
  // Stanzas: `worktree /path`, `HEAD <id>`, `detached` or `branch refs/heads/x`.
  const stanzas = (await runGit(['worktree', 'list', '--porcelain'], { cwd: root })).toString('utf8').split('\n\n')
  for (const stanza of stanzas) {
    const commit = /^HEAD ([0-9a-f]+)$/m.exec(stanza)?.[1]
    if (commit === undefined || !/^detached$/m.test(stanza)) continue
    const folder = /^worktree .*?([^/\\\n]+)$/m.exec(stanza)?.[1]
    heads.push({
      name: commit === head ? 'HEAD' : `worktrees/${folder}/HEAD`,
      id: commit,
      commit,
      published: false,
    })
  }
  return heads
}

/** Everything that keeps a commit in use, each under the name that a person knows it by. */
export async function attributionRefs(repository: Repository): Promise<readonly Ref[]> {
  const refs = await listRefs(repository)
  const [stashes, heads] = await Promise.all([stashEntries(repository, refs), detachedHeads(repository)])
  return [...refs, ...stashes, ...heads]
}
