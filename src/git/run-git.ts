import { gitFailure } from './git-failure.ts'
import { type SpawnGitOptions, spawnGit } from './spawn-git.ts'

export interface RunGitOptions extends SpawnGitOptions {
  readonly input?: string | Uint8Array
  /** Exit codes that are no failure. Default: 0. */
  readonly okCodes?: readonly number[]
}

const OK_CODES: readonly number[] = [0]

/** Runs git to its end and gives its whole standard output. For output without bound use `streamGit`. */
export async function runGit(args: readonly string[], options: RunGitOptions): Promise<Buffer> {
  const { child, ended } = spawnGit(args, options)
  const chunks: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
  child.stdin.end(options.input ?? '')
  const end = await ended
  if (end.code === null || !(options.okCodes ?? OK_CODES).includes(end.code)) throw gitFailure(args, end)
  return chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)
}
