import { lstatSync, readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs'
import { dirname, isAbsolute, join, relative, resolve } from 'node:path'
import type { Limits } from '../config/config.ts'
import { UsageError } from '../errors/usage-error.ts'
import { nameId } from '../git/name-id.ts'
import { runGit } from '../git/run-git.ts'
import type { Looked, Source, SourceHooks } from '../types.ts'

export interface PathsOptions {
  /** Folder that relative paths start from. */
  readonly directory: string
  /** Root that printed paths are relative to: the work tree's, or `directory` outside one. */
  readonly root: string
  /** Leave out what .gitignore leaves out; only inside a work tree, where git says what that is. */
  readonly ignoreFiles: boolean
  readonly limits: Limits
}

/** Of the repository's own store nothing is a file of the person's. */
const STORE = '.git'

const toSlashes = (path: string): string => path.replaceAll('\\', '/')

function errorCode(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? (error instanceof Error ? error.message : String(error))
}

/** Files under a folder as git sees them: tracked, and untracked but not ignored. */
async function listedByGit(folder: string): Promise<readonly string[]> {
  const output = await runGit(['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate'], {
    cwd: folder,
  })
  return output
    .toString('utf8')
    .split('\0')
    .filter(path => path !== '')
    .map(path => join(folder, path))
}

/** A folder that is ignored as a whole, yet was asked for by name: all of it is meant, as it is with a file. Git prints its name. */
async function isIgnored(folder: string): Promise<boolean> {
  const output = await runGit(['check-ignore', '--', '.'], { cwd: folder, okCodes: [0, 1] })
  return output.length > 0
}

/** Files under a folder, all of them; links are not followed, so that no loop can be entered. */
function* walk(folder: string, hooks: SourceHooks, show: (path: string) => string): Generator<string> {
  let entries: ReturnType<typeof readFolder>
  try {
    entries = readFolder(folder)
  } catch (error) {
    hooks.notScanned({ what: show(folder), why: `the folder cannot be read (${errorCode(error)})` })
    return
  }
  for (const entry of entries) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) {
      if (entry.name !== STORE) yield* walk(path, hooks, show)
    } else if (entry.name !== STORE) yield path
  }
}

function readFolder(folder: string) {
  return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** Files that were asked for: folders are searched, files are taken as they are, ignored or not. */
async function* filesOf(
  paths: readonly string[],
  options: PathsOptions,
  hooks: SourceHooks,
  show: (p: string) => string,
) {
  for (const given of paths) {
    // A variable of a shell that is not set: it would stand for everything here.
    if (given === '') throw new UsageError('a PATH is empty: name a file or a folder ("." is the current one)')
    const path = resolve(options.directory, given)
    let stats: ReturnType<typeof statSync>
    try {
      stats = statSync(path)
    } catch (error) {
      if (errorCode(error) === 'ENOENT' && !lstatSync(path, { throwIfNoEntry: false })) {
        throw new UsageError(`no such file or folder: ${given}`, { cause: error })
      }
      const why =
        errorCode(error) === 'ELOOP' ? 'a link that leads back to itself' : `cannot be read (${errorCode(error)})`
      hooks.notScanned({ what: show(path), why })
      continue
    }
    if (!stats.isDirectory()) yield { file: path, folder: dirname(path) }
    else {
      const listed = options.ignoreFiles && isInside(options.root, path) && !(await isIgnored(path))
      for (const file of listed ? await listedByGit(path) : walk(path, hooks, show)) yield { file, folder: path }
    }
  }
}

function isInside(root: string, path: string): boolean {
  const way = relative(root, path)
  return !way.startsWith('..') && !isAbsolute(way)
}

/** The bytes of a file, or why there are none. A link inside a folder is what git would store of it: its target. */
function contentOf(file: string, asked: boolean, limits: Limits): Uint8Array | string | undefined {
  const stats = asked ? statSync(file) : lstatSync(file)
  if (stats.isSymbolicLink()) return Buffer.from(readlinkSync(file))
  // A submodule or a nested repository, listed by git as one entry.
  if (stats.isDirectory()) return undefined
  if (!stats.isFile()) return 'not a regular file (a pipe, socket or device)'
  if (stats.size > limits.blobBytes) return `${stats.size} bytes, more than limits.blob-bytes (${limits.blobBytes})`
  return readFileSync(file)
}

/** Files and folders on disk. */
export function pathsSource(paths: readonly string[], options: PathsOptions): Source {
  const show = (path: string): string => {
    const way = toSlashes(relative(options.root, path))
    return way === '' ? '.' : way.startsWith('../') ? toSlashes(path) : way
  }
  const names = new Map<string, string>()
  const asked = new Set(paths.map(path => resolve(options.directory, path)))
  return {
    mode: 'paths',
    async blobs(hooks) {
      const looked = { blobs: 0, bytes: 0, submodules: [] as string[] }
      const seen = new Set<string>()
      for await (const { file, folder } of filesOf(paths, options, hooks, show)) {
        if (seen.has(file)) continue
        seen.add(file)
        lookAt(file, folder, looked, hooks)
        hooks.progress({ phase: 'scanning files', done: seen.size, total: 0, bytes: looked.bytes })
      }
      return { ...looked, commits: 0, refs: [], named: new Set<string>() } satisfies Looked
    },
    origins: keys =>
      new Map(
        [...keys].map(key => {
          const path = names.get(key)
          return [key, [path === undefined ? { path: key, state: 'file' } : { in: 'file name', path, state: 'file' }]]
        }),
      ),
    // Files on disk have no version before.
    read: async () => undefined,
    close: async () => undefined,
  }

  function lookAt(
    file: string,
    folder: string,
    looked: { blobs: number; bytes: number; submodules: string[] },
    hooks: SourceHooks,
  ): void {
    const path = show(file)
    let content: ReturnType<typeof contentOf>
    try {
      content = contentOf(file, asked.has(file), options.limits)
    } catch (error) {
      // Tracked but deleted in the work tree: there is nothing on disk to scan.
      if (errorCode(error) === 'ENOENT') return
      hooks.notScanned({ what: path, why: `cannot be read (${errorCode(error)})` })
      return
    }
    if (content === undefined) {
      looked.submodules.push(path)
      return
    }
    if (typeof content === 'string') {
      hooks.notScanned({ what: path, why: content })
      return
    }
    looked.blobs++
    looked.bytes += content.length
    const within = isInside(options.root, file) ? undefined : toSlashes(relative(folder, file))
    hooks.look({ kind: 'file', path, ...(within !== undefined && { within }), bytes: content })
    const id = nameId(path)
    names.set(id, path)
    hooks.look({ kind: 'name', id, path, bytes: Buffer.from(path) })
  }
}
