import { existsSync } from 'node:fs'
import { isAbsolute, join, relative, resolve } from 'node:path'
import { type Config, DEFAULT_CONFIG } from '../config/config.ts'
import { loadConfig } from '../config/load-config.ts'
import { UsageError } from '../errors/usage-error.ts'
import type { Repository } from '../git/find-repository.ts'
import { gitEnvironment } from '../git/git-environment.ts'
import { type LocatedRepository, locateRepository } from '../git/locate-repository.ts'
import { readHead } from '../git/read-head.ts'
import { toSlashes } from '../git/to-slashes.ts'
import type { ObjectStore } from '../objects/object-store.ts'
import type { ScanOptions } from '../scan.ts'
import type { ValueFile } from '../sources/known-value-files.ts'
import type { NotScanned, Source } from '../types.ts'

/** A source that is ready to be read, and all that had to be known to open it. */
export interface Opened {
  readonly source: Source
  readonly config: Config
  /** What reports say of the repository; undefined outside one. */
  readonly repository: Pick<Repository, 'root' | 'head'> | undefined
  /** Whole facts, for the sources that need them. */
  readonly facts?: Repository
  /** The objects that a history is read from. Closed with the source. */
  readonly store?: ObjectStore
  /** The `.env` files of the work tree, whose values must not stand elsewhere. */
  readonly valueFiles: readonly ValueFile[]
  readonly notScanned: readonly NotScanned[]
}

/** Where the repository is, or a clear error: git is asked for its own words only when the file system gave no answer. */
async function locate(directory: string): Promise<LocatedRepository> {
  const located = locateExisting(directory)
  if (located) return located
  const { findRepository } = await import('../git/find-repository.ts')
  const found = await findRepository(directory)
  throw new UsageError(`keyscan cannot read the repository at ${found.root}: its format is not one it knows`)
}

function locateExisting(directory: string): LocatedRepository | undefined {
  try {
    return locateRepository(directory, gitEnvironment())
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    if (code === 'ENOENT') throw new UsageError(`no such folder: ${directory}`, { cause })
    if (code === 'ENOTDIR') throw new UsageError(`not a folder: ${directory}`, { cause })
    throw cause
  }
}

/** `within`: outside a repository, the folders that are asked for. */
async function knownValueFiles(
  root: string | undefined,
  config: Config,
  within?: readonly string[],
): Promise<Pick<Opened, 'valueFiles' | 'notScanned'>> {
  if (root === undefined) return { valueFiles: [], notScanned: [] }
  const { findEnvFiles, readValueFiles } = await import('../sources/known-value-files.ts')
  const { paths, complete } = findEnvFiles(root, config.limits, within)
  return {
    valueFiles: await readValueFiles(root, paths, config.limits, within === undefined),
    notScanned: complete
      ? []
      : [
          {
            what: '.env files for known values',
            why: `more folders than limits.value-folders (${config.limits.valueFolders})`,
          },
        ],
  }
}

/** Without one nothing can be staged, and git would compare with nothing and find no difference. */
function checkForIndex({ gitDir, workTree }: LocatedRepository): void {
  if (workTree !== undefined || gitEnvironment().GIT_INDEX_FILE || existsSync(join(gitDir, 'index'))) return
  throw new UsageError(`${gitDir} has no work tree, so that nothing can be staged there: scan it with --history`)
}

async function openStaged(options: ScanOptions): Promise<Opened> {
  const located = await locate(options.directory)
  checkForIndex(located)
  const root = located.workTree ?? located.gitDir
  const { stagedSource } = await import('../sources/staged.ts')
  const { openObjectStore } = await import('../objects/open-object-store.ts')
  const head = readHead(located)
  const config = await loadConfig(root, options.configFile)
  const maxBytes = config.limits.blobBytes
  const store = openObjectStore({ ...located, cwd: options.directory }, { maxObjectBytes: maxBytes })
  const source = stagedSource({ directory: options.directory, located, head, store, maxBytes })
  const known = await knownValueFiles(located.workTree, config)
  return { source, config, repository: { root, head: head.kind === 'commit' ? head.id : undefined }, ...known }
}

/** Of the paths that are asked for, those in this folder: of what is no folder itself nothing will be found in it. */
function foldersIn(root: string, paths: readonly string[]): readonly string[] {
  return paths
    .map(path => toSlashes(relative(root, resolve(root, path))))
    .filter(path => !/^\.\.(?:\/|$)/.test(path) && !isAbsolute(path))
}

async function openPaths(options: ScanOptions): Promise<Opened> {
  const located = locateExisting(options.directory)
  const root = located?.workTree ?? options.directory
  const config = await loadConfig(root, options.configFile)
  const { pathsSource } = await import('../sources/paths.ts')
  const source = pathsSource(options.paths ?? [], {
    directory: options.directory,
    root,
    ignoreFiles: located?.workTree !== undefined && options.ignoreFiles !== false,
    limits: config.limits,
  })
  const known = await (located
    ? knownValueFiles(located.workTree, config)
    : knownValueFiles(root, config, foldersIn(root, options.paths ?? [])))
  const head = located && readHead(located)
  return {
    source,
    config,
    repository: located && { root, head: head?.kind === 'commit' ? head.id : undefined },
    ...known,
  }
}

/** That of the repository that it is called in, as in every other mode. */
function configFor({ directory, configFile }: ScanOptions): Promise<Config> {
  return loadConfig(locateExisting(directory)?.workTree ?? directory, configFile)
}

async function openText(options: ScanOptions): Promise<Opened> {
  const config = options.withoutConfig ? DEFAULT_CONFIG : await configFor(options)
  const { stdinSource } = await import('../sources/stdin.ts')
  const source = stdinSource(options.text ?? new Uint8Array(), options.name, config.limits)
  return { source, config, repository: undefined, valueFiles: [], notScanned: [] }
}

async function openCommits(options: ScanOptions): Promise<Opened> {
  const { findRepository } = await import('../git/find-repository.ts')
  const repository = await findRepository(options.directory)
  const config = await loadConfig(repository.root, options.configFile)
  const { limits } = config
  const files = await knownValueFiles(repository.workTree ?? undefined, config)
  const known = { config, repository, facts: repository, ...files }
  if (options.mode === 'range') {
    const { rangeSource } = await import('../sources/range.ts')
    return { ...known, source: rangeSource(repository, options.range ?? '', { limits }) }
  }
  const [{ historySource }, { openObjectStore }] = await Promise.all([
    import('../sources/history.ts'),
    import('../objects/open-object-store.ts'),
  ])
  const store = openObjectStore({ ...repository, cwd: repository.root }, { maxObjectBytes: limits.blobBytes })
  const { since, branch, reachableOnly } = options
  const narrowing = { ...(since && { since }), ...(branch && { branch }), ...(reachableOnly && { reachableOnly }) }
  return { ...known, store, source: historySource(repository, store, narrowing) }
}

/** Opens what `options.mode` names. Throws UsageError and GitError; reads no blob yet. */
export function openSource(options: ScanOptions): Promise<Opened> {
  switch (options.mode) {
    case 'staged':
      return openStaged(options)
    case 'paths':
      return openPaths(options)
    case 'stdin':
      return openText(options)
    case 'history':
    case 'range':
      return openCommits(options)
  }
}
