import type { Writable } from 'node:stream'
import { gitFailure } from './git-failure.ts'
import { type SpawnGitOptions, spawnGit } from './spawn-git.ts'

export interface GitProcess {
  /** For one reader. Throws GitError at its end where git failed; a reader that stops early stops git. */
  readonly stdout: AsyncIterable<Buffer>
  /** To be ended by whoever writes to it, and by whoever does not. */
  readonly stdin: Writable
  /** Git has ended: rejects with GitError where it failed, unless it was stopped. Settles only when `stdout` is read to its end or git was stopped. */
  readonly done: Promise<void>
  stop(): void
}

/** Starts git and gives its output as it comes: the pipe holds git back where the reader is slower. */
export function streamGit(args: readonly string[], options: SpawnGitOptions): GitProcess {
  const { child, ended } = spawnGit(args, options)
  let stopped = false

  function stop(): void {
    if (child.exitCode !== null || child.signalCode !== null) return
    stopped = true
    child.stdin.destroy()
    child.stdout.destroy()
    child.kill()
  }

  const done = ended.then(end => {
    if (end.code !== 0 && !stopped) throw gitFailure(args, end)
  })
  // Whoever reads `stdout` gets the failure there and need not await `done`: it must not count as unhandled.
  done.catch(() => undefined)

  async function* read(): AsyncGenerator<Buffer> {
    try {
      for await (const chunk of child.stdout) yield chunk as Buffer
      await done
    } finally {
      stop()
    }
  }

  return { stdout: read(), stdin: child.stdin, done, stop }
}
