import { type CommitLogVisitor, commitLogArgs, createCommitLogParser } from './commit-log.ts'
import type { SpawnGitOptions } from './spawn-git.ts'
import { streamGit } from './stream-git.ts'

/**
 * What commits are and change, in git's order. `options`: how commits are walked, and which renames and copies are followed. `revisions` may be many: git
 * is told them through its standard input.
 */
export async function readCommitLog(
  git: SpawnGitOptions,
  options: readonly string[],
  revisions: readonly string[],
  visitor: CommitLogVisitor,
): Promise<void> {
  const parser = createCommitLogParser(visitor)
  const log = streamGit([...commitLogArgs(visitor), ...options, '--stdin', '--'], git)
  log.stdin.end(`${revisions.join('\n')}\n`)
  for await (const chunk of log.stdout) parser.push(chunk as Buffer)
  parser.end()
}
