import { lstatSync, readFileSync, readlinkSync, statSync } from 'node:fs'
import { dirname, isAbsolute, relative, resolve } from 'node:path'
import type { Limits } from '../config/config.ts'
import { UsageError } from '../errors/usage-error.ts'
import { nameId } from '../git/name-id.ts'
import { runGit } from '../git/run-git.ts'
import { toSlashes } from '../git/to-slashes.ts'
import type { Looked, Source, SourceHooks } from '../types.ts'
import type { FileOnDisk } from './paths/file-on-disk.ts'
import { listedByGit } from './paths/listed-by-git.ts'
import { walkFolder } from './paths/walk-folder.ts'

export interface PathsOptions {
  /** Folder that relative paths start from. */
  readonly directory: string
  /** Root that printed paths are relative to: the work tree's, or `directory` outside one. */
  readonly root: string
  /** Leave out what .gitignore leaves out; only inside a work tree, where git says what that is. */
  readonly ignoreFiles: boolean
  readonly limits: Limits
}

function errorCode(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? (error instanceof Error ? error.message : String(error))
}

/** A folder that is ignored as a whole, yet was asked for by name: all of it is meant, as it is with a file. Git prints its name. */
async function isIgnored(folder: string): Promise<boolean> {
  const output = await runGit(['check-ignore', '--', '.'], { cwd: folder, okCodes: [0, 1] })
  return output.length > 0
}

/** Files that were asked for: folders are searched, files are taken as they are, ignored or not. */
async function* filesOf(
  paths: readonly string[],
  options: PathsOptions,
  hooks: SourceHooks,
  show: (p: string) => string,
): AsyncGenerator<{ readonly file: FileOnDisk; readonly folder: string }> {
  const unreadable = (folder: string, error: unknown): void =>
    hooks.notScanned({ what: show(folder), why: `the folder cannot be read (${errorCode(error)})` })
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
    if (!stats.isDirectory()) yield { file: { path, at: path }, folder: dirname(path) }
    else {
      const listed = options.ignoreFiles && isInside(options.root, path) && !(await isIgnored(path))
      const files = listed ? await listedByGit(path) : walkFolder({ path, at: path }, unreadable)
      for (const file of files) yield { file, folder: path }
    }
  }
}

function isInside(root: string, path: string): boolean {
  const way = relative(root, path)
  return !way.startsWith('..') && !isAbsolute(way)
}

/** The bytes of a file, or why there are none. A link inside a folder is what git would store of it: its target. */
function contentOf({ at }: FileOnDisk, asked: boolean, limits: Limits): Uint8Array | string | undefined {
  const stats = asked ? statSync(at) : lstatSync(at)
  if (stats.isSymbolicLink()) return readlinkSync(at, { encoding: 'buffer' })
  // A submodule or a nested repository, listed by git as one entry.
  if (stats.isDirectory()) return undefined
  if (!stats.isFile()) return 'not a regular file (a pipe, socket or device)'
  if (stats.size > limits.blobBytes) return `${stats.size} bytes, more than limits.blob-bytes (${limits.blobBytes})`
  return readFileSync(at)
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
        if (seen.has(file.path)) continue
        seen.add(file.path)
        lookAt(file, folder, looked, hooks)
        hooks.progress({ phase: 'scanning files', done: seen.size, total: 0, bytes: looked.bytes })
      }
      return { ...looked, commits: 0, refs: [], named: new Map<string, ReadonlySet<string>>() } satisfies Looked
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
    file: FileOnDisk,
    folder: string,
    looked: { blobs: number; bytes: number; submodules: string[] },
    hooks: SourceHooks,
  ): void {
    const path = show(file.path)
    let content: ReturnType<typeof contentOf>
    try {
      content = contentOf(file, asked.has(file.path), options.limits)
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
    const within = isInside(options.root, file.path) ? undefined : toSlashes(relative(folder, file.path))
    hooks.look({ kind: 'file', path, ...(within !== undefined && { within }), bytes: content })
    const id = nameId(path)
    names.set(id, path)
    hooks.look({ kind: 'name', id, path, bytes: Buffer.from(path) })
  }
}
