import { readFileSync, realpathSync, statSync } from 'node:fs'
import { delimiter, dirname, isAbsolute, join, resolve } from 'node:path'
import { parseConfigFile } from './parse-config-file.ts'

export interface LocatedRepository {
  /** Of this work tree: a linked worktree has its own under the common one. */
  readonly gitDir: string
  readonly commonDir: string
  /** Where new objects go; others may be named there as alternates. */
  readonly objectDir: string
  /** undefined: bare, or called from inside the git folder. */
  readonly workTree: string | undefined
  readonly objectFormat: 'sha1' | 'sha256'
  /** Of the first format, without extensions, and with a configuration that git reads: nothing in it has another meaning than it always had. */
  readonly isPlain: boolean
}

type Environment = Readonly<Record<string, string | undefined>>

/**
 * Finds the repository as git does (https://git-scm.com/docs/gitrepository-layout), by the file system alone: a git process
 * costs more than all the rest of a staged scan. It only answers where things are. Whether git would open the repository (ownership,
 * format) git says when it is asked for the index; undefined means: ask git, it may still know better.
 */
export function locateRepository(cwd: string, env: Environment): LocatedRepository | undefined {
  const start = realpathSync.native(cwd)
  if (env.GIT_DIR) {
    const gitDir = gitDirAt(resolve(start, env.GIT_DIR))
    return gitDir === undefined ? undefined : described(gitDir, env, start, start)
  }
  const ceilings = (env.GIT_CEILING_DIRECTORIES ?? '')
    .split(delimiter)
    .filter(isAbsolute)
    .map(path => resolve(path))
  for (let folder = start; ; folder = dirname(folder)) {
    const inside = gitDirAt(join(folder, '.git'))
    if (inside !== undefined) return described(inside, env, start, folder)
    if (isGitDir(folder)) return described(folder, env, start, undefined)
    const parent = dirname(folder)
    if (parent === folder || ceilings.includes(parent)) return undefined
  }
}

/** Most configurations say nothing of what is asked here, and to parse one takes as long as all the rest. */
const TELLS_SOMETHING = /objectformat|worktree|\bbare\b(?!\s*=\s*false)/i
/** A format other than 0, an extension, or a line that is no section, setting or comment. */
const NOT_PLAIN =
  /repositoryformatversion(?![ \t]*=[ \t]*0[ \t\r]*$)|\[\s*extensions|^(?![ \t]*(?:[#;].*|\[[\w.-]+(?:[ \t]+"[^"\n]*")?\][ \t]*|[a-z][\w-]*[ \t]*(?:=.*)?)?\r?$)/im
const NO_SETTINGS: ReturnType<typeof parseConfigFile> = new Map()

/** The git folder that a path stands for: itself, or what a `.git` file (worktree, submodule) names. */
function gitDirAt(path: string): string | undefined {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (stat?.isFile()) {
    const target = /^gitdir: (.+?)\r?\n?$/s.exec(readFileSync(path, 'utf8'))?.[1]
    return target === undefined ? undefined : gitDirAt(resolve(dirname(path), target))
  }
  return stat !== undefined && isGitDir(path) ? path : undefined
}

/** HEAD and, here or in the common folder of a linked worktree, objects: what git itself looks for, roughly. */
function isGitDir(path: string): boolean {
  if (statSync(join(path, 'HEAD'), { throwIfNoEntry: false }) === undefined) return false
  return ['objects', 'commondir'].some(name => statSync(join(path, name), { throwIfNoEntry: false }) !== undefined)
}

function described(
  gitDir: string,
  env: Environment,
  cwd: string,
  workTree: string | undefined,
): LocatedRepository | undefined {
  const linked = readIfThere(join(gitDir, 'commondir'))
  const commonDir = env.GIT_COMMON_DIR
    ? resolve(cwd, env.GIT_COMMON_DIR)
    : linked === undefined
      ? gitDir
      : resolve(gitDir, linked.replace(/\r?\n$/, ''))
  const text = readIfThere(join(commonDir, 'config')) ?? ''
  const config = TELLS_SOMETHING.test(text) ? parseConfigFile(text) : NO_SETTINGS
  // Where this extension is on, `git sparse-checkout` in a submodule moves core.worktree there.
  const ownConfig = config.has('extensions.worktreeconfig')
    ? parseConfigFile(readIfThere(join(gitDir, 'config.worktree')) ?? '')
    : undefined
  const last = (key: string): string | undefined => (ownConfig?.get(key) ?? config.get(key))?.at(-1)
  const objectFormat = last('extensions.objectformat')?.toLowerCase() ?? 'sha1'
  if (objectFormat !== 'sha1' && objectFormat !== 'sha256') return undefined
  return {
    gitDir,
    commonDir,
    objectDir: env.GIT_OBJECT_DIRECTORY ? resolve(cwd, env.GIT_OBJECT_DIRECTORY) : join(commonDir, 'objects'),
    workTree: chosenWorkTree(),
    objectFormat,
    isPlain: !NOT_PLAIN.test(text),
  }

  function chosenWorkTree(): string | undefined {
    if (env.GIT_WORK_TREE) return resolve(cwd, env.GIT_WORK_TREE)
    // A linked worktree reads the same file, but these two settings do not apply to it.
    if (linked !== undefined) return workTree
    const configured = last('core.worktree')
    if (configured !== undefined) return resolve(gitDir, configured)
    return /^(?:true|yes|on|1)$/i.test(last('core.bare') ?? '') ? undefined : workTree
  }
}

/** Asks first: an exception for what is mostly not there takes longer than all the rest. */
function readIfThere(file: string): string | undefined {
  return statSync(file, { throwIfNoEntry: false }) === undefined ? undefined : readFileSync(file, 'utf8')
}
