import type { ChildProcessWithoutNullStreams } from 'node:child_process'
import { childProcess } from './child-process.ts'
import { GIT_ARGUMENTS, gitEnvironment } from './git-environment.ts'
import { gitExecutable } from './git-executable.ts'
import { gitNotStarted } from './git-not-started.ts'
import { watchSilence } from './watch-silence.ts'

/** What is kept of git's stderr: its last words say why it failed; an endless stream of warnings must not fill memory. */
const STDERR_BYTES = 64 * 1024

export interface SpawnGitOptions {
  readonly cwd: string
  /** Added to the fixed environment. */
  readonly env?: Readonly<Record<string, string>>
  /** Asked where git is silent: does it go round in circles? Then it is ended. */
  readonly isEndless?: (() => Promise<boolean>) | undefined
}

/** How a git ended. */
export interface GitEnd {
  /** null where a signal ended it. */
  readonly code: number | null
  readonly signal: string | null
  /** Its last words, bounded. */
  readonly stderr: string
  /** It was ended, as it would never have come back. */
  readonly endless?: boolean
}

export interface SpawnedGit {
  readonly child: ChildProcessWithoutNullStreams
  /** Settles once git has ended and its pipes are drained. Rejects only where git could not be started. */
  readonly ended: Promise<GitEnd>
}

/** Starts git with the fixed arguments and environment, without a shell. */
export function spawnGit(args: readonly string[], options: SpawnGitOptions): SpawnedGit {
  const env = gitEnvironment(options.env)
  const child = childProcess().spawn(gitExecutable(env), [...GIT_ARGUMENTS, ...args], {
    cwd: options.cwd,
    env,
    stdio: 'pipe',
    windowsHide: true,
  })
  const wasEndless = options.isEndless ? watchSilence(child, options.isEndless) : () => false
  let stderr = Buffer.alloc(0)
  child.stderr.on('data', (chunk: Buffer) => {
    stderr = Buffer.concat([stderr, chunk]).subarray(-STDERR_BYTES)
  })
  // Git may end before it has read all its input (EPIPE, on Windows EOF). Its exit code tells whether that is a
  // failure; without a listener the error would end the whole program.
  child.stdin.on('error', () => undefined)
  const ended = new Promise<GitEnd>((resolve, reject) => {
    child.on('error', cause => reject(gitNotStarted(cause, options.cwd)))
    child.on('close', (code, signal) =>
      resolve({ code, signal, stderr: stderr.toString().trim(), endless: wasEndless() }),
    )
  })
  return { child, ended }
}
