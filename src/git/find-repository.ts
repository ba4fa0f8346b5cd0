import { realpathSync } from 'node:fs'
import { resolve } from 'node:path'
import { GitError } from '../errors/git-error.ts'
import type { ObjectId } from '../types.ts'
import { isPartial } from './is-partial.ts'
import { runGit } from './run-git.ts'
import { toSlashes } from './to-slashes.ts'

/** What git says about the repository. Paths are absolute, with forward slashes as git gives them. */
export interface Repository {
  /** Root of the work tree; the git folder where there is none. */
  readonly root: string
  readonly workTree: string | undefined
  /** Of this work tree: a linked worktree has its own under the common one. */
  readonly gitDir: string
  readonly commonDir: string
  readonly objectFormat: 'sha1' | 'sha256'
  readonly bare: boolean
  /** History is cut off somewhere. */
  readonly shallow: boolean
  /** Objects may be missing that a remote has promised to give. */
  readonly partial: boolean
  /** undefined before the first commit. */
  readonly head: ObjectId | undefined
}

/** `--show-cdup` prints nothing at all where there is no work tree, and `HEAD` nothing before the first commit: both come last. */
const QUESTIONS: readonly string[] = [
  'rev-parse',
  '--path-format=absolute',
  '--git-dir',
  '--git-common-dir',
  '--is-bare-repository',
  '--is-shallow-repository',
  '--show-object-format',
  '--show-cdup',
  // Says nothing, rather than fail, about what is no revision.
  '--revs-only',
  'HEAD',
]

/**
 * The repository that `cwd` is in, or that GIT_DIR names: one git process. Throws GitError where there is none.
 *
 *     /r/.git/worktrees/b
 *     /r/.git
 *     false
 *     false
 *     sha1
 *     ../
 *     8a9bb7…
 */
export async function findRepository(cwd: string): Promise<Repository> {
  const output = await ask(cwd)
  const lines = output
    .toString()
    .replace(/\r?\n$/, '')
    .split(/\r?\n/)
  const [gitDir = '', commonDir = '', bare, shallow, objectFormat] = lines
  if (objectFormat !== 'sha1' && objectFormat !== 'sha256') {
    throw new GitError(`git describes the repository in a way keyscan does not know: ${lines.join(' ')}`)
  }
  const rest = lines.slice(5)
  const head = rest.find(line => /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(line))
  const up = rest.find(line => line !== head)
  const workTree = up === undefined ? undefined : toSlashes(resolve(realpathSync(cwd), up))
  return {
    root: workTree ?? gitDir,
    workTree,
    gitDir,
    commonDir,
    objectFormat,
    bare: bare === 'true',
    shallow: shallow === 'true',
    partial: isPartial(commonDir),
    head,
  }
}

async function ask(cwd: string): Promise<Buffer> {
  try {
    return await runGit(QUESTIONS, { cwd })
  } catch (cause) {
    throw cause instanceof GitError ? explained(cause, cwd) : cause
  }
}

function explained(cause: GitError, cwd: string): GitError {
  if (/not a git repository/.test(cause.message)) {
    return new GitError(`not a git repository: ${cwd}: run keyscan inside one, or give -C DIR`, { cause })
  }
  const dubious = /dubious ownership in repository at '(.*)'/.exec(cause.message)
  if (dubious !== null) {
    const folder = dubious[1]!
    return new GitError(
      `the repository ${folder} belongs to somebody else, so git does not open it. If you trust it:\n` +
        `  git config --global --add safe.directory "${folder}"`,
      { cause },
    )
  }
  return cause
}
