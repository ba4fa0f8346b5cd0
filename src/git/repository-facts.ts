import { type SimpleGit, simpleGit } from 'simple-git'
import { GitError } from '../errors/git-error.ts'
import type { ObjectId } from '../types.ts'
import { gitEnvironment } from './git-environment.ts'

/** What remedies depend on: small answers to small questions, for which simple-git is made. Streams go through `streamGit`. */
export interface RepositoryFacts {
  /** Does the current branch follow one of a remote? */
  readonly hasUpstream: boolean
  /** Those of the commits asked for that have no parent. */
  readonly rootCommits: ReadonlySet<ObjectId>
}

/** Programs that these questions never start; simple-git refuses to run while one of them is set. */
const PROGRAMS = /^(?:EDITOR|VISUAL|PAGER|SSH_ASKPASS|PREFIX)$/i

/**
 * simple-git guards programs that hand it what strangers wrote. All that is let through here is our own fixed environment, and what says where
 * git finds itself and its configuration, exactly as `spawnGit` has it.
 */
function open(directory: string): SimpleGit {
  const environment = Object.fromEntries(Object.entries(gitEnvironment()).filter(([name]) => !PROGRAMS.test(name)))
  return simpleGit({
    baseDir: directory,
    allowEnvironment: Object.keys(environment),
    unsafe: {
      allowUnsafeConfigPaths: true,
      allowUnsafeConfigEnvCount: true,
      allowUnsafeExec: true,
      allowUnsafeProtocolOverride: true,
    },
  }).env(environment)
}

/** `<commit> <parent>…`, a line each: a root commit stands alone. */
async function rootsOf(git: SimpleGit, commits: ReadonlySet<ObjectId>): Promise<ReadonlySet<ObjectId>> {
  const output = await git.raw('rev-list', '--no-walk', '--parents', ...commits)
  return new Set(output.split('\n').filter(line => line !== '' && !line.includes(' ')))
}

async function hasUpstream(git: SimpleGit): Promise<boolean> {
  const branch = (await git.raw('branch', '--show-current')).trim()
  if (branch === '') return false
  return (await git.raw('for-each-ref', '--format=%(upstream)', `refs/heads/${branch}`)).trim() !== ''
}

/** Asks git about the repository that `directory` is in. Throws GitError. */
export async function repositoryFacts(directory: string, commits: ReadonlySet<ObjectId>): Promise<RepositoryFacts> {
  try {
    const git = open(directory)
    return { hasUpstream: await hasUpstream(git), rootCommits: await rootsOf(git, commits) }
  } catch (cause) {
    throw new GitError(`git: ${(cause as Error).message.trim()}`, { cause })
  }
}
